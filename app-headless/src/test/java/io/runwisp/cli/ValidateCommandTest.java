package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.Workplace.Call;
import io.runwisp.cli.report.ParsedJson;
import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.config.LoadResult;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import io.runwisp.config.problem.Problem.Severity;
import io.runwisp.config.problem.SourceFile;
import io.runwisp.time.VirtualWallClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    private static final String SHOP = """
            [scheduler]
            timezone = "Europe/Vienna"

            [tasks.backup-orders]
            cron = "20 3 * * *"
            run  = "dump-orders"

            [tasks.report]
            cron = "0 9 1 * *"
            run  = "report"

            [tasks.cleanup]
            run  = "cleanup"

            [services.web]
            run       = "serve"
            instances = 2
            """;

    @TempDir
    Path directory;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(directory);
    }

    @Test
    void aValidConfigurationIsSummedUp() {
        assertEquals(new Call(0, """
                ✓ runwisp.toml is valid.
                  tasks     3
                  services  1
                  timezone  Europe/Vienna (config)
                  next      backup-orders  Sat 21 Nov 03:20 Europe/Vienna, in 11 h
                """, ""), workplace.file("runwisp.toml", SHOP).call("validate"));
    }

    @Test
    void theSummaryIsColouredOnATerminal() {
        Call call = workplace.file("runwisp.toml", SHOP).call(RecordingConsole.colours(), "validate");
        assertTrue(call.out().startsWith("""
                <good>✓</> <strong>runwisp.toml is valid.</>
                  <quiet>tasks     </>3
                """), call.out());
    }

    @Test
    void asciiTerminalsGetAsciiSigns() {
        Call call = workplace.file("runwisp.toml", SHOP).call(RecordingConsole.ascii(), "validate");
        assertTrue(call.out().startsWith("ok runwisp.toml is valid.\n"), call.out());
    }

    @Test
    void withoutAScheduleThereIsNoNextFiring() {
        assertEquals(new Call(0, """
                ✓ runwisp.toml is valid.
                  tasks     1
                  services  0
                  timezone  Europe/Vienna (system)
                """, ""), workplace.file("runwisp.toml", "[tasks.a]\nrun = \"true\"\n").call("validate"));
    }

    @Test
    void anotherFileIsNamedAsAnArgumentOrAsAnOption() {
        workplace.file("conf/shop.toml", SHOP);
        for (String[] arguments : new String[][]{{"validate", "conf/shop.toml"}, {"validate", "-c", "conf/shop.toml"},
                {"-c", "conf/shop.toml", "validate"}, {"-c", "none.toml", "validate", "conf/shop.toml"}}) {
            Call call = workplace.call(arguments);
            assertEquals(0, call.code(), call.err());
            assertTrue(call.out().startsWith("✓ conf/shop.toml is valid.\n"), call.out());
        }
    }

    @Test
    void everyMistakeIsPointedAt() {
        Call call = workplace.file("runwisp.toml", """
                [tasks.backup]
                cron    = "75 3 * * *"
                run     = "dump"
                timeout = "90 minutes"
                retrys  = 3
                """).call("validate");
        assertEquals(1, call.code());
        assertEquals("", call.out());
        assertTrue(call.err().contains("""
                --> runwisp.toml:2:12  tasks.backup.cron
                  |
                2 | cron    = "75 3 * * *"
                  |            ^^
                """), call.err());
        assertTrue(call.err().contains("""
                --> runwisp.toml:5:1  tasks.backup.retrys
                  |
                5 | retrys  = 3
                  | ^^^^^^
                """), call.err());
        assertTrue(call.err().endsWith("\n\n3 problems in runwisp.toml.\n"), call.err());
    }

    @Test
    void aSecretInTheLineIsNotShown() {
        Call call = workplace.file("runwisp.toml", """
                [tasks.backup]
                run     = "dump"
                secrets = { TOKEN = "hunter2-hunter2", "BAD NAME" = "swordfish" }
                """).call("validate");
        assertEquals(1, call.code());
        assertFalse(call.err().contains("hunter2") || call.err().contains("swordfish"), call.err());
    }

    @Test
    void aMissingFileIsAnsweredWithTheWayOut() {
        assertEquals(new Call(1, "", """
                Error: there is no runwisp.toml in %s.

                Run "runwisp init" to write one to start from, or name another with --config FILE.
                """.formatted(directory)), unwrapped(workplace.call("validate")));
        assertEquals(new Call(1, "", """
                Error: the file conf/shop.toml does not exist.

                Check the name, or run "runwisp init conf/shop.toml" to write one to start from.
                """), workplace.call("validate", "conf/shop.toml"));
    }

    private static Call unwrapped(Call call) {
        return new Call(call.code(), call.out(), call.err().replace("\n       ", " "));
    }

    @Test
    void aDirectoryIsNoConfiguration() {
        Call call = workplace.file("conf/runwisp.toml", SHOP).call("validate", "conf");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("conf"), call.err());
    }

    @Test
    void warningsFollowTheSummaryAndDoNotFail() {
        SourceFile file = SourceFile.of(directory.resolve("runwisp.toml"), "runwisp.toml", SHOP);
        Problem warning = new Problem(Severity.WARNING, new Place(file, 6, 1, 3), "tasks.backup-orders.run",
                "task backup-orders may be slow", "", "give it a timeout");
        Call call = callWithWarning(warning);
        assertEquals(0, call.code());
        assertTrue(call.out().contains("  warnings  1\n"), call.out());
        assertEquals("""
                warning: task backup-orders may be slow
                 --> runwisp.toml:6:1  tasks.backup-orders.run
                  |
                6 | run  = "dump-orders"
                  | ^^^
                  = help: give it a timeout
                """, call.err());
    }

    private Call callWithWarning(Problem warning, String... options) {
        workplace.file("runwisp.toml", SHOP);
        ConfigSource source = file -> new LoadResult(workplace.source().load(file).config(), List.of(),
                List.of(warning));
        ValidateCommand command = new ValidateCommand(source, new VirtualWallClock(Workplace.NOW));
        RecordingConsole console = RecordingConsole.pipe();
        List<String> arguments = new ArrayList<>(List.of("validate"));
        arguments.addAll(List.of(options));
        int code = new CommandLine(List.of(command), "0.1.0", directory).run(arguments, console.console());
        return new Call(code, console.out(), console.err());
    }

    @Test
    void aProgramGetsOneDocument() {
        Call call = workplace.file("runwisp.toml", SHOP).call("validate", "--json");
        assertEquals(
                Map.of("schema_version", 1, "valid", true, "config_path", directory.resolve("runwisp.toml").toString(),
                        "timezone", "Europe/Vienna", "timezone_source", "config", "tasks", 3, "services", 1, "warnings",
                        List.of(),
                        "errors", List.of()),
                ParsedJson.object(call.out()));
        assertEquals(new Call(0, call.out(), ""), call);
    }

    @Test
    void aProgramGetsTheMistakesAndTheSameExitCode() {
        Call call = workplace.file("runwisp.toml", "[tasks.a]\nrun = \"true\"\ncron = \"75 * * * *\"\n")
            .call("validate", "--json");
        Map<String, Object> document = ParsedJson.object(call.out());
        assertEquals(new Call(1, call.out(), ""), call);
        assertEquals(List.of("schema_version", "valid", "config_path", "tasks", "services", "warnings", "errors"),
                List.copyOf(document.keySet()));
        assertEquals(false, document.get("valid"));
        assertEquals(0, document.get("tasks"));
        Map<?, ?> error = ParsedJson.objects(document, "errors").getFirst();
        assertEquals("tasks.a.cron", error.get("key"));
        assertEquals(directory.resolve("runwisp.toml").toString(), error.get("file"));
        assertEquals(3, error.get("line"));
        assertEquals(9, error.get("column"));
        assertTrue(error.containsKey("message") && error.containsKey("help"), error.toString());
    }

    @Test
    void aProgramIsToldThatTheFileIsMissing() {
        Call call = workplace.call("validate", "--json");
        Map<String, Object> document = ParsedJson.object(call.out());
        assertEquals(new Call(1, call.out(), ""), call);
        assertEquals(false, document.get("valid"));
        assertTrue(String.valueOf(document.get("errors")).contains("runwisp init"), call.out());
    }
}
