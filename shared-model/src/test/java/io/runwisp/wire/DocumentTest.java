package io.runwisp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.runwisp.wire.Document.Operation;
import io.runwisp.wire.event.EventName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of the API is sound in itself. */
class DocumentTest {

    private static final Document DOCUMENT = Document.load();
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
    private static final Set<String> OPEN = Set.of("health", "metrics", "openapiYaml", "openapiJson", "instance",
            "authStatus", "authChallenge", "login", "logout", "launch", "hook");

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    @Test
    void itIsOpenApiAndHasEveryOperation() {
        assertEquals("3.1.0", DOCUMENT.root().path("openapi").asText());
        assertEquals(51, operations().size());
        Set<String> ids = operations().stream().map(Operation::id).collect(Collectors.toSet());
        assertEquals(operations().size(), ids.size(), "an operation has no id of its own");
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingLiesIdle() {
        Set<String> used = Document.having("$ref", DOCUMENT.root())
            .map(node -> node.get("$ref").asText())
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(), used.stream()
            .filter(ref -> !ref.startsWith("#/") || DOCUMENT.root().at(ref.substring(1)).isMissingNode())
            .toList());
        Set<String> idle = new TreeSet<>();
        for (String kind : List.of("schemas", "parameters", "responses")) {
            DOCUMENT.root()
                .at("/components/" + kind)
                .fieldNames()
                .forEachRemaining(name -> idle.add("#/components/" + kind + "/" + name));
        }
        idle.removeAll(used);
        assertEquals(Set.of(), idle);
    }

    @Test
    void everyStreamListsItsEventsAndEveryEventBelongsToOne() {
        Set<String> told = new TreeSet<>();
        for (Operation operation : operations()) {
            JsonNode events = operation.node().path("x-events");
            assertEquals(operation.node().at("/responses/200/content").has("text/event-stream"), events.isObject(),
                    operation::toString);
            String description = operation.node().path("description").asText();
            events.properties().forEach(event -> {
                told.add(event.getKey());
                assertTrue(Set.of("always", "never", "sometimes").contains(event.getValue().path("id").asText()),
                        operation + " " + event.getKey());
                assertTrue(event.getValue().path("data").isObject(), operation + " " + event.getKey());
                assertTrue(description.contains("`" + event.getKey() + "`")
                        || description.contains("those of the two streams below"), operation + " " + event.getKey());
            });
        }
        assertEquals(Arrays.stream(EventName.values())
            .map(EventName::word)
            .collect(Collectors.toCollection(
                    TreeSet::new)),
                told);
    }

    @Test
    void everySchemaIsASchema() {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        DOCUMENT.schemas()
            .properties()
            .forEach(entry -> assertEquals(List.of(), List.copyOf(meta.validate(entry.getValue())), entry.getKey()));
        DOCUMENT.root()
            .at("/components/parameters")
            .forEach(parameter -> assertEquals(List.of(), List.copyOf(meta.validate(parameter.path("schema")))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationNamesWhatIsInItsPath(Operation operation) {
        List<String> inPath = IN_PATH.matcher(operation.path()).results().map(found -> found.group(1)).toList();
        assertEquals(inPath, parameters(operation).filter(parameter -> parameter.path("in").asText().equals("path"))
            .peek(parameter -> assertTrue(parameter.path("required").asBoolean()))
            .map(parameter -> parameter.path("name").asText())
            .toList());
        List<String> all = parameters(operation).map(parameter -> parameter.path("in") + " " + parameter.path("name"))
            .toList();
        assertEquals(all.size(), new HashSet<>(all).size(), "a parameter comes twice");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyParameterIsDescribedAndBounded(Operation operation) {
        parameters(operation).forEach(parameter -> {
            JsonNode schema = DOCUMENT.resolve(parameter.path("schema"));
            assertFalse(parameter.path("description").asText().isBlank(), parameter.toString());
            boolean bounded = !schema.path("type").asText().equals("string") || schema.has("enum")
                    || schema.has("pattern") || schema.has("maxLength")
                    || schema.path("format").asText().equals("date-time");
            assertTrue(bounded, parameter.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyAnswerThatIsNotGoodIsAProblemWithTheCodesOfItsStatus(Operation operation) {
        List<String> good = new ArrayList<>();
        operation.node().path("responses").properties().forEach(answer -> {
            if (answer.getKey().compareTo("400") < 0) {
                good.add(answer.getKey());
                return;
            }
            assertEquals("#/components/responses/Problem", answer.getValue().path("$ref").asText());
            List<String> codes = QUOTED.matcher(answer.getValue().path("description").asText())
                .results()
                .map(found -> found.group(1))
                .toList();
            assertFalse(codes.isEmpty(), operation + " " + answer.getKey());
            codes.forEach(code -> assertEquals(answer.getKey(),
                    ProblemCode.ofWord(code).map(found -> String.valueOf(found.status())).orElse("unknown: " + code)));
        });
        assertFalse(good.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whoeverIsNotLetInIsToldSoExceptWhereTheDoorIsOpen(Operation operation) {
        boolean open = OPEN.contains(operation.id());
        assertEquals(open, operation.node().has("security"));
        String refusals = operation.node().at("/responses/401/description").asText();
        assertEquals(!open, refusals.contains("token_missing"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatTakesABodySaysWhatIsWrongWithIt(Operation operation) {
        if (operation.node().has("requestBody")) {
            Stream.of("400", "413", "415", "422")
                .forEach(status -> assertTrue(operation.node().path("responses").has(status), operation + status));
        }
    }

    @Test
    void theTableOfProblemsIsTheOneOfTheProgram() {
        List<String> told = new ArrayList<>();
        DOCUMENT.root()
            .path("x-problems")
            .forEach(row -> told
                .add(row.path("code").asText() + " " + row.path("status") + " " + row.path("title").asText()));
        assertEquals(Arrays.stream(ProblemCode.values())
            .map(code -> code.word() + " " + code.status() + " " + code.title())
            .toList(), told);
        List<String> words = new ArrayList<>();
        DOCUMENT.schemas().at("/ProblemCode/enum").forEach(word -> words.add(word.asText()));
        assertEquals(Arrays.stream(ProblemCode.values()).map(ProblemCode::word).toList(), words);
    }

    @Test
    void everyCodeBelongsToAnOperationOrToAll() {
        String all = DOCUMENT.root().path("paths") + DOCUMENT.root().at("/info/description").asText();
        Set<String> named = QUOTED.matcher(all)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(), Arrays.stream(ProblemCode.values())
            .map(code -> "`" + code.word() + "`")
            .filter(word -> !named.contains(word))
            .toList());
    }

    @Test
    void theDomainHasTheStatusesThatWereDecided() {
        Map.of(ProblemCode.UNIT_UNKNOWN, 404, ProblemCode.RUN_UNKNOWN, 404, ProblemCode.API_TRIGGER_OFF, 403,
                ProblemCode.NOT_A_TASK, 409, ProblemCode.RUN_ACTIVE, 409, ProblemCode.NOT_A_SERVICE, 400,
                ProblemCode.RUN_NOT_RUNNING, 400, ProblemCode.BAD_SELECTOR, 400, ProblemCode.INVALID_REQUEST, 422,
                ProblemCode.STORAGE_FAILED, 500)
            .forEach((code, status) -> assertEquals(status, code.status(), code.word()));
    }

    private static Stream<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.node().path("parameters").forEach(parameter -> parameters.add(DOCUMENT.resolve(parameter)));
        return parameters.stream();
    }

    /** Make it anew by {@code mvn test -pl shared-model -Dtest=DocumentTest -Dopenapi.write=true}. */
    @Test
    void theDocumentAsJsonIsTheSame() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(Path.of("src/main/resources/io/runwisp/wire/openapi.json"), DOCUMENT.root().toString());
        }
        try (InputStream json = Document.class.getResourceAsStream("openapi.json")) {
            assertEquals(DOCUMENT.root(), new ObjectMapper().readTree(json));
        }
    }
}
