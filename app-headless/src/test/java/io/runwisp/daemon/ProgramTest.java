package io.runwisp.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.config.Surroundings;
import io.runwisp.daemon.life.ExecLife;
import io.runwisp.time.VirtualWallClock;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    Path directory;

    private final RecordingConsole console = RecordingConsole.pipe();

    private Program program(Map<String, String> environment) {
        return new Program(environment, directory, Surroundings::ofThisProcess, new VirtualWallClock(Instant.EPOCH),
                "0.1.0", new ExecLife.Echo(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
                HttpDaemonApi::new);
    }

    private static int fail() {
        throw new IllegalStateException("a\u001bnull");
    }

    @Test
    void everyCommandOfTheHelpIsWired() {
        for (String command : List.of("init", "validate", "list", "schema", "help")) {
            assertEquals(0, program(Map.of()).run(List.of("help", command), console.console()));
        }
        assertEquals(0, program(Map.of()).run(List.of("schema"), console.console()));
        assertEquals(1, program(Map.of()).run(List.of("validate"), console.console()));
        assertEquals(1, program(Map.of()).run(List.of("list"), console.console()));
    }

    @Test
    void aFaultOfItsOwnIsOneSentenceAndAHint() {
        assertEquals(1, program(Map.of()).guarded(ProgramTest::fail, console.console()));
        assertEquals("""
                Error: RunWisp ran into a fault of its own: IllegalStateException: a␛null

                This is a bug in RunWisp, not in your configuration. Run the same command with RUNWISP_DEBUG=1 to
                see where it happened, and send that with your report.
                """, console.err());
        assertEquals("", console.out());
    }

    @Test
    void theStackTraceIsShownOnlyToThoseWhoAsk() {
        program(Map.of("RUNWISP_DEBUG", "0")).guarded(ProgramTest::fail, console.console());
        assertFalse(console.err().contains("\tat "), console.err());
        program(Map.of("RUNWISP_DEBUG", "1")).guarded(ProgramTest::fail, console.console());
        assertTrue(console.err().contains("\tat io.runwisp.daemon.ProgramTest.fail"), console.err());
    }
}
