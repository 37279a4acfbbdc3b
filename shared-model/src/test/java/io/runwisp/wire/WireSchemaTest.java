package io.runwisp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunCriteria;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records and the document say the same. */
class WireSchemaTest {

    private static final Document DOCUMENT = Document.load();
    private static final Set<String> REQUESTS = requests();

    static List<Class<? extends Record>> records() {
        return WireRecords.withSchema();
    }

    private static Set<String> requests() {
        Set<String> names = DOCUMENT.operations()
            .stream()
            .flatMap(operation -> Document.having("$ref", operation.node().path("requestBody")))
            .map(node -> node.get("$ref").asText().replaceFirst(".*/", ""))
            .collect(Collectors.toCollection(TreeSet::new));
        names.add(RunCriteria.class.getSimpleName());
        return names;
    }

    @Test
    void everyRecordHasASchemaAndEveryObjectARecord() {
        Set<String> objects = DOCUMENT.schemas()
            .properties()
            .stream()
            .filter(entry -> entry.getValue().path("type").asText().equals("object"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
        Set<String> records = records().stream()
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(records, objects);
        assertEquals(records().size(), records.size(), "two records have one name");
        assertTrue(records.size() > 50, "found: " + records.size());
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordAndItsSchemaHaveTheSameFields(Class<? extends Record> type) {
        String name = type.getSimpleName();
        assertEquals(List.of(), SchemaCheck.faults(type, DOCUMENT.schemas().path(name), REQUESTS.contains(name)));
    }

    @Test
    void aComponentIsRequiredOrMayBeNullAndTheMarkForReadersSaysTheSame() {
        List<String> faults = new ArrayList<>();
        for (Class<? extends Record> type : WireRecords.all()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> its = component.getType();
                boolean zero = its.isPrimitive() || its == List.class || its == Map.class;
                boolean marked = component.isAnnotationPresent(Required.class);
                if (marked == (zero || WireRecords.isNullable(component))) {
                    faults.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenIsValidAndReadAgain(Class<? extends Record> type) {
        for (Record sample : List.of(Samples.full(type), Samples.least(type))) {
            String json = WireJson.text(sample);
            assertEquals(List.of(), DOCUMENT.faults(type.getSimpleName(), json), json);
            assertEquals(sample, WireJson.read(type, json));
            assertEquals(sample, WireJson.readStrictly(type, WireJson.bytes(sample)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"x\"}", "[]", "7"})
    void whatIsNotValidIsFound(String json) {
        assertFalse(DOCUMENT.faults("Run", json).isEmpty());
    }

    @Test
    void aFieldThatTheDocumentDoesNotKnowIsFound() {
        String json = WireJson.text(Samples.full(Run.class)).replaceFirst("\\{", "{\"colour\":1,");
        assertEquals(1, DOCUMENT.faults("Run", json).size());
    }

    @ParameterizedTest
    @MethodSource("spoilers")
    void aSchemaThatSaysSomethingElseIsFound(String what, Spoiler spoiler) {
        ObjectNode schema = DOCUMENT.schemas().path("Run").deepCopy();
        spoiler.spoil(schema);
        assertFalse(SchemaCheck.faults(Run.class, schema, false).isEmpty(), what);
    }

    interface Spoiler {
        void spoil(ObjectNode schema);
    }

    static Stream<Object[]> spoilers() {
        return Stream.of(
                spoiler("a required field is not", schema -> ((ArrayNode) schema.path("required")).remove(0)),
                spoiler("a field that may be left out is required",
                        schema -> ((ArrayNode) schema.path("required")).add("message")),
                spoiler("a field lacks", schema -> field(schema, "message", null)),
                spoiler("a field too many",
                        schema -> field(schema, "colour", schema.path("properties").path("message"))),
                spoiler("another type", schema -> field(schema, "message", schema.at("/properties/exit_code"))),
                spoiler("another width", schema -> field(schema, "exit_code", schema.at("/properties/duration_ms"))),
                spoiler("another unit of time", schema -> field(schema, "start_at", schema.at("/properties/id"))),
                spoiler("a word lacks", schema -> ((ArrayNode) schema.at("/properties/status/enum")).remove(0)),
                spoiler("other fields pass", schema -> schema.put("additionalProperties", true)));
    }

    private static Object[] spoiler(String what, Spoiler spoiler) {
        return new Object[]{what, spoiler};
    }

    private static void field(ObjectNode schema, String name, @Nullable JsonNode value) {
        ObjectNode properties = (ObjectNode) schema.path("properties");
        if (value == null) {
            properties.remove(name);
        } else {
            properties.set(name, value.deepCopy());
        }
    }

    @Test
    void theMarksAreReadWhereTheyStand() {
        // The class file of a record must still carry what the tests above ask for.
        assertTrue(Arrays.stream(Run.class.getRecordComponents()).anyMatch(WireRecords::isNullable));
        assertTrue(Arrays.stream(Run.class.getRecordComponents())
            .anyMatch(part -> part.isAnnotationPresent(Required.class)));
    }
}
