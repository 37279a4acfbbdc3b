package io.runwisp.config.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

/** The schema that editors get agrees with the loader on the case files. */
class JsonSchemaTest {

    private static final Path CASES = Path.of("src/test/resources/io/runwisp/config");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    @Test
    void theSchemaIsAValidSchema() throws IOException {
        var meta = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertEquals(List.of(), List.copyOf(meta.validate(schema())));
    }

    @Test
    void whateverTheLoaderAcceptsTheSchemaAccepts() throws IOException {
        List<Path> accepted = cases("accepted");
        assertTrue(accepted.size() > 30, "cases: " + accepted.size());
        List<String> faults = new ArrayList<>();
        for (Path file : accepted) {
            messages(file).forEach(message -> faults.add(CASES.relativize(file) + " " + message));
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void unknownKeysAndWrongTypesAreRejected() throws IOException {
        int judged = 0;
        for (Path file : cases("rejected")) {
            String rule = String.valueOf(CASES.relativize(file).getName(1));
            if (rule.matches("V0[12346]-.*|V1[23]-.*") && !Toml.parse(Files.readString(file)).hasErrors()) {
                judged++;
                assertFalse(messages(file).isEmpty(), file.toString());
            }
        }
        assertTrue(judged >= 8, "judged: " + judged);
    }

    private static List<String> messages(Path file) throws IOException {
        JsonNode document = JSON.readTree(Toml.parse(Files.readString(file)).toJson());
        return SCHEMAS.getSchema(schema()).validate(document).stream().map(Object::toString).toList();
    }

    private static JsonNode schema() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            JsonSchema.write(json);
        }
        return JSON.readTree(text.toString());
    }

    private static List<Path> cases(String kind) throws IOException {
        try (Stream<Path> all = Files.walk(CASES)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(kind)).sorted().toList();
        }
    }
}
