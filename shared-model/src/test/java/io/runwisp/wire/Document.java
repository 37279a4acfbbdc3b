package io.runwisp.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The document of the API, as tests look at it. */
public final class Document {

    private static final String REF = "$ref";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode root;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** An operation. */
    public record Operation(String path, String method, JsonNode node) {

        public String id() {
            return node.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Document(JsonNode root) {
        this.root = root;
    }

    /** As it is written. */
    public static Document load() {
        // Of two entries with one name a reader keeps one, and nobody would notice.
        YAMLFactory yaml = YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        return read("openapi.yaml", new ObjectMapper(yaml));
    }

    /** As JSON. */
    public static Document served() {
        return read("openapi.json", JSON);
    }

    private static Document read(String name, ObjectMapper mapper) {
        try (InputStream text = Problem.class.getResourceAsStream(name)) {
            return new Document(mapper.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public JsonNode schemas() {
        return root.at("/components/schemas");
    }

    /** What a reference leads to; the node itself when it is none. */
    public JsonNode resolve(JsonNode node) {
        return node.has(REF) ? root.at(node.get(REF).asText().substring(1)) : node;
    }

    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.get("paths")
            .properties()
            .forEach(path -> path.getValue()
                .properties()
                .stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> all.add(new Operation(path.getKey(), entry.getKey(), entry.getValue()))));
        return all;
    }

    /** What the schema of this name finds wrong with a text. */
    public List<String> faults(String schema, String json) {
        return faults(JsonNodeFactory.instance.objectNode().put(REF, "#/components/schemas/" + schema), json);
    }

    /** What a schema finds wrong with a text. */
    public List<String> faults(JsonNode schema, String json) {
        try {
            return compiled.computeIfAbsent(schema, this::compile)
                .validate(JSON.readTree(json))
                .stream()
                .map(Object::toString)
                .toList();
        } catch (JsonProcessingException e) {
            return List.of("it is not JSON: " + e.getOriginalMessage());
        }
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode entry = schema.deepCopy();
        entry.set("components", root.get("components"));
        JsonSchema ready = SCHEMAS.getSchema(entry);
        ready.initializeValidators();
        return ready;
    }

    /** Every node that has a field of this name. */
    public static Stream<JsonNode> having(String field, JsonNode below) {
        Stream<JsonNode> self = below.has(field) ? Stream.of(below) : Stream.empty();
        List<JsonNode> children = new ArrayList<>();
        below.elements().forEachRemaining(children::add);
        return Stream.concat(self, children.stream().flatMap(child -> having(field, child)));
    }
}
