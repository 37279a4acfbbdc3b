package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.report.ParsedJson;
import io.runwisp.cli.terminal.RecordingConsole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {

    private static final String SHOP = """
            [services.web]
            description = "The shop"
            run         = "serve"
            instances   = 2
            api_trigger = false

            [tasks.backup-orders]
            description = "Dumps the orders, packs them and copies them to the other building"
            cron        = "20 3 * * *"
            run         = "dump-orders"
            on_overlap  = "terminate"
            parallelism = 3

            [tasks.cleanup]
            description = \"""
            Removes
              what is old\"""
            run         = "cleanup"
            """;

    @TempDir
    Path directory;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(directory);
    }

    @Test
    void unitsAreListedByNameWithTheirMostImportantKeys() {
        assertEquals(new Call(0, """
                NAME           SCHEDULE      CONCURRENCY  POLICY     API  DESCRIPTION
                backup-orders  20 3 * * *    3            terminate  yes  Dumps the orders, packs them and copies them to t…
                cleanup        (manual)      1            queue      yes  Removes what is old
                web            (service x2)  2            skip       no   The shop
                """, ""), workplace.file("runwisp.toml", SHOP).call("list"));
    }

    @Test
    void aTerminalGetsLinesThatFit() {
        Call call = workplace.file("runwisp.toml", SHOP).call(RecordingConsole.terminal(80), "list");
        assertEquals("""
                NAME           SCHEDULE      CONCURRENCY  POLICY     API  DESCRIPTION
                backup-orders  20 3 * * *    3            terminate  yes  Dumps the orders, pac…
                cleanup        (manual)      1            queue      yes  Removes what is old
                web            (service x2)  2            skip       no   The shop
                """, call.out());
    }

    @Test
    void anEmptyConfigurationTeachesTheFirstTask() {
        assertEquals(new Call(0, """
                runwisp.toml declares no tasks and no services yet. A task takes three lines:

                  [tasks.hello]
                  cron = "*/5 * * * *"
                  run  = "echo hello"
                """, ""), workplace.file("runwisp.toml", "").call("list"));
    }

    @Test
    void aBadConfigurationIsExplainedInsteadOfListed() {
        Call call = workplace.file("runwisp.toml", "[tasks.a]\nrun = \"true\"\ncron = \"75 * * * *\"\n").call("list");
        assertEquals(1, call.code());
        assertEquals("", call.out());
        assertTrue(call.err().endsWith("\n1 problem in runwisp.toml.\n"), call.err());
    }

    @Test
    void aProgramGetsOneDocument() {
        Call call = workplace.file("runwisp.toml", SHOP).call("list", "--json");
        assertEquals(Map.of("schema_version", 1, "tasks", List.of(
                Map.of("name", "backup-orders", "kind", "task", "schedule", "20 3 * * *", "max_concurrent", 3,
                        "on_overlap", "terminate", "api_trigger", true, "description",
                        "Dumps the orders, packs them and copies them to the other building"),
                Map.of("name", "cleanup", "kind", "task", "schedule", "", "max_concurrent", 1, "on_overlap", "queue",
                        "api_trigger", true, "description", "Removes\n  what is old"),
                Map.of("name", "web", "kind", "service", "schedule", "", "instances", 2, "on_overlap", "skip",
                        "api_trigger", false, "description", "The shop"))),
                ParsedJson.object(call.out()));
        assertEquals(new Call(0, call.out(), ""), call);
    }

    @Test
    void aProgramIsToldWhatIsWrong() {
        Call call = workplace.file("runwisp.toml", "[tasks.a]\nrun = \"true\"\ncron = \"75 * * * *\"\n")
            .call("list", "--json");
        Map<String, Object> document = ParsedJson.object(call.out());
        assertEquals(new Call(1, call.out(), ""), call);
        assertEquals(List.of(), document.get("tasks"));
        assertEquals(1, ParsedJson.objects(document, "errors").size());
    }
}
