package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.report.ParsedJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenapiCommandTest {

    @Test
    void isTheDocumentOfTheApiAndNeedsNoDaemon(@TempDir Path directory) {
        Call call = new Workplace(directory).callOf(_ -> new OpenapiCommand(), "openapi");
        Map<String, Object> document = ParsedJson.object(call.out());
        assertTrue(String.valueOf(document.get("openapi")).startsWith("3.1."), call.out());
        assertTrue(((Map<?, ?>) Objects.requireNonNull(document.get("paths")))
            .containsKey("/api/tasks/{taskName}/trigger"), call.out());
        assertEquals(new Call(0, call.out(), ""), call);
    }
}
