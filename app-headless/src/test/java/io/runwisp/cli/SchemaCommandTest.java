package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.report.ParsedJson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

    @Test
    void isOneDocumentThatPeopleCanReadToo(@TempDir Path directory) {
        Call call = new Workplace(directory).call("schema");
        Map<String, Object> schema = ParsedJson.object(call.out());
        assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema"));
        assertTrue(call.out().startsWith("{\n  \"$schema\": "), call.out());
        assertTrue(call.out().endsWith("}\n"), call.out());
        assertEquals(new Call(0, call.out(), ""), call);
    }
}
