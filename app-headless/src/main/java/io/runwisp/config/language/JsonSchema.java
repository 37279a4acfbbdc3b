package io.runwisp.config.language;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The language as a JSON Schema (draft 2020-12), for editors. */
public final class JsonSchema {

    private JsonSchema() {
    }

    /** Writes the schema. */
    public static void write(JsonGenerator json) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "runwisp.toml");
        root.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RootTable table : Language.root()) {
            properties.put(table.name(), rootTable(table));
            table.aliases().forEach(alias -> properties.put(alias, rootTable(table)));
        }
        root.put("properties", properties);
        root.put("additionalProperties", false);
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (Table table : Table.values()) {
            definitions.put(definition(table), table(Language.shape(table)));
        }
        root.put("$defs", definitions);
        value(json, root);
    }

    static String definition(Table table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> rootTable(RootTable table) {
        List<Map<String, Object>> shapes = table.tables().stream().map(JsonSchema::reference).toList();
        Map<String, Object> entry = shapes.size() == 1 ? shapes.getFirst() : typed(table);
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (table.form()) {
            case SINGLE -> schema.putAll(entry);
            case NAMED -> {
                schema.put("type", "object");
                schema.put("additionalProperties", entry);
            }
            case LIST -> {
                schema.put("type", "array");
                schema.put("items", entry);
            }
        }
        schema.put("description", table.help());
        return schema;
    }

    private static Map<String, Object> reference(Table table) {
        return Map.of("$ref", "#/$defs/" + definition(table));
    }

    /** The {@code type} key decides which keys may stand beside it. */
    private static Map<String, Object> typed(RootTable root) {
        List<Map<String, Object>> cases = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (Table table : root.tables()) {
            types.add(definition(table));
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("if", Map.of("properties", Map.of("type", Map.of("const", definition(table)))));
            one.put("then", reference(table));
            cases.add(one);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of("type"));
        schema.put("properties", Map.of("type", Map.of("enum", types)));
        schema.put("allOf", cases);
        return schema;
    }

    private static Map<String, Object> table(TableShape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Key<?> key : shape.keys()) {
            properties.put(key.name(), key(key));
            for (String name : key.names()) {
                properties.putIfAbsent(name, alias(key));
            }
            if (key.isRequiredOn(shape.table()) && key.names().size() == 1) {
                required.add(key.name());
            }
        }
        shape.ignored()
            .forEach((name, why) -> properties.put(name,
                    Map.of("description", "No effect: " + why + ".", "deprecated", true)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> key(Key<?> key) {
        Map<String, Object> schema = new LinkedHashMap<>(key.type().schema());
        schema.put("description", key.help() + " Default: " + key.defaultText() + ".");
        return schema;
    }

    private static Map<String, Object> alias(Key<?> key) {
        Map<String, Object> schema = new LinkedHashMap<>(key.type().schema());
        schema.put("description", "Other name of " + key.name() + ".");
        schema.put("deprecated", true);
        return schema;
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    value(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    value(json, item);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            default -> json.writeString(String.valueOf(value));
        }
    }
}
