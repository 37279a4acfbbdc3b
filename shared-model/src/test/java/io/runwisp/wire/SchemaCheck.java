package io.runwisp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.runwisp.model.Word;
import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds a record and its schema against each other. */
final class SchemaCheck {

    private static final Map<Type, String> TYPES = Map.of(int.class, "integer int32", Integer.class, "integer int32",
            long.class, "integer int64", Long.class, "integer int64", double.class, "number double", Double.class,
            "number double", boolean.class, "boolean", Boolean.class, "boolean");
    /** What a text may be called more precisely. */
    private static final Set<String> TEXTS = Set.of("RunId", "UnitName", "ProblemCode");

    private final Class<? extends Record> type;
    private final JsonNode schema;
    private final boolean request;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(Class<? extends Record> type, JsonNode schema, boolean request) {
        this.type = type;
        this.schema = schema;
        this.request = request;
    }

    /**
     * What they do not agree about.
     *
     * @param request whether it is sent by clients, who may leave lists out
     */
    static List<String> faults(Class<? extends Record> type, JsonNode schema, boolean request) {
        return new SchemaCheck(type, schema, request).run();
    }

    private List<String> run() {
        Map<String, RecordComponent> fields = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        collect(type, true, fields, required);
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        same("fields", fields.keySet(), described);
        Set<String> requiredThere = new TreeSet<>();
        schema.path("required").forEach(name -> requiredThere.add(name.asText()));
        same("required fields", required, requiredThere);
        if (!schema.path("additionalProperties").isBoolean() || schema.path("additionalProperties").asBoolean()) {
            faults.add(type.getSimpleName() + " lets other fields pass");
        }
        if (schema.path("description").asText().isBlank()) {
            faults.add(type.getSimpleName() + " is not described");
        }
        fields.forEach((name, component) -> {
            String place = type.getSimpleName() + "." + name;
            value(place, component.getGenericType(), schema.path("properties").path(name));
            words(place, component, schema.path("properties").path(name));
        });
        return faults;
    }

    private void collect(Class<?> record, boolean there, Map<String, RecordComponent> fields, Set<String> required) {
        for (RecordComponent component : record.getRecordComponents()) {
            boolean always = there && !WireRecords.isNullable(component);
            if (component.isAnnotationPresent(Flat.class)) {
                collect(component.getType(), always, fields, required);
                continue;
            }
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            fields.put(name, component);
            boolean mayBeLeftOut = request && (component.getType() == List.class || component.getType() == Map.class);
            if (always && !mayBeLeftOut) {
                required.add(name);
            }
        }
    }

    private void value(String place, Type wanted, JsonNode said) {
        String ref = said.path("$ref").asText().replace("#/components/schemas/", "");
        String shape = (said.path("type").asText() + " " + said.path("format").asText()).strip();
        if (wanted == String.class) {
            expect(place, "string", TEXTS.contains(ref) ? "string" : shape);
        } else if (wanted == Instant.class) {
            expect(place, "Time", ref);
        } else if (wanted == Duration.class) {
            expect(place, "Nanoseconds", ref);
        } else if (TYPES.containsKey(wanted)) {
            expect(place, String.valueOf(TYPES.get(wanted)), shape);
        } else if (wanted instanceof Class<?> record) {
            expect(place, record.getSimpleName(), ref);
        } else if (wanted instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            expect(place, "array", shape);
            value(place + "[]", generic.getActualTypeArguments()[0], said.path("items"));
        } else {
            expect(place, "object", shape);
        }
    }

    private void words(String place, RecordComponent component, JsonNode said) {
        List<String> wanted = List.of();
        Words words = component.getAnnotation(Words.class);
        OneOf oneOf = component.getAnnotation(OneOf.class);
        if (words != null && words.value() != ProblemCode.class) {
            wanted = Arrays.stream(words.value().getEnumConstants()).map(Word::word).toList();
        } else if (oneOf != null) {
            wanted = List.of(oneOf.value());
        }
        List<String> enumerated = new ArrayList<>();
        said.path("enum").forEach(word -> enumerated.add(word.asText()));
        expect(place + " words", wanted.toString(), enumerated.toString());
    }

    private void same(String what, Set<String> wanted, Set<String> said) {
        expect(type.getSimpleName() + " " + what, wanted.toString(), said.toString());
    }

    private void expect(String place, String wanted, String said) {
        if (!wanted.equals(said)) {
            faults.add(place + ": the record says " + wanted + ", the schema " + said);
        }
    }
}
