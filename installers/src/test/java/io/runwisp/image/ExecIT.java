package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runwisp exec}: one run in the terminal, recorded like every other. */
class ExecIT {

    @TempDir
    Path folder;

    private final String mark = UUID.randomUUID().toString();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("runwisp.toml"), """
            [daemon]
            shutdown_timeout = "1h"

            [defaults]
            env = { MARK = "%s" }

            [tasks.greet]
            cron           = "0 0 1 1 *"
            run            = "echo hello $NAME; echo oops >&2; exit 3"
            retry_attempts = 5
            params         = [{ env = "NAME", default = "world" }, { flag = "--dry" }]

            [tasks.good]
            run = "true"

            [tasks.slow]
            run           = "echo begins; trap 'echo ends; exit 0' TERM; while true; do sleep 0.05; done"
            graceful_stop = "2s"

            [tasks.stubborn]
            run           = "trap '' TERM; echo begins; while true; do sleep 0.05; done"
            graceful_stop = "1h"

            [tasks.late]
            timeout       = "200ms"
            run           = "sleep 1000"

            [tasks.flood]
            run = "head -c 30000000 /dev/zero | tr '\\\\0' 'x'"

            [tasks.secret]
            secrets = { TOKEN = "hush-hush-hush" }
            run     = "echo the token is $TOKEN"

            [tasks.nowhere]
            working_dir = "/there/is/no/such/folder"
            run         = "true"

            [tasks.closed]
            api_trigger = false
            cron        = "0 0 1 1 *"
            run         = "true"

            [services.web]
            run = "while true; do sleep 0.05; done"
            """.formatted(mark));
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        Processes.with("MARK", mark)
            .forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void outputErrorsAndExitCodeAreThoseOfTheTask() throws Exception {
        Outcome outcome = exec("greet").exits(3);
        assertEquals("hello world\n", outcome.out());
        assertEquals("oops\n", outcome.err());
        assertEquals(List.of("greet failed 3 api 0"),
                rows().of("SELECT task_name, end_reason, exit_code, triggered_by, retry_attempt FROM runs"));
        assertEquals(0, rows().count("next_retry_at IS NOT NULL"));
        assertEquals(List.of("0"), rows().of("SELECT count(*) FROM schedule_watermarks"));
        assertFalse(Files.exists(folder.resolve("data/daemon.pid")));
    }

    @Test
    void aGoodRunIsZeroAndSaysNothing() throws Exception {
        Outcome outcome = exec("good").exits(0);
        assertEquals("", outcome.out() + outcome.err());
    }

    @Test
    void parametersAreHandedOver() throws Exception {
        exec("greet", "--param", "NAME=a=b c").exits(3).says("hello a=b c\n");
        exec("greet", "--param", "WRONG=1").exits(1)
            .complains("WRONG")
            .complains("NAME")
            .complains("--param KEY=VALUE");
        exec("greet", "--param", "NAME").exits(2).complains("KEY=VALUE");
    }

    @Test
    void anUnknownTaskIsOneWithTheNearestName() throws Exception {
        exec("gret").exits(1).complains("Did you mean \"greet\"?");
        exec().exits(2);
    }

    @Test
    void aServiceIsRefused() throws Exception {
        exec("web").exits(1).complains("is a service");
    }

    @Test
    void aTaskThatOnlyItsScheduleMayStartIsRefused() throws Exception {
        exec("closed").exits(1).complains("api_trigger");
        assertEquals(0, rows().count("1 = 1"));
    }

    @Test
    void whatLeavesNoCodeOfItsOwnIsOne() throws Exception {
        exec("nowhere").exits(1).complains("/there/is/no/such/folder");
        Outcome late = exec("late").complains("timeout");
        assertTrue(late.exit() > 0, late::toString);
    }

    @Test
    void aSecretIsCutOut() throws Exception {
        assertEquals("the token is [redacted]\n", exec("secret").exits(0).out());
    }

    @Test
    void aFloodArrivesWhole() throws Exception {
        assertEquals(30_000_000, exec("flood").exits(0).out().length());
    }

    @Test
    void aReaderWhoHasHadEnoughDoesNotEndTheRun() throws Exception {
        Command.in(folder, "sh", "-c", Image.LAUNCHER + " exec flood | head -c 10").run().exits(0);
        Patience.until("the run ends", () -> rows().count("end_reason = 'success'") == 1, () -> "");
    }

    @Test
    void whileADaemonIsAtWorkItIsRefused() throws Exception {
        try (Daemon daemon = Daemon.ready(folder)) {
            exec("greet").exits(1)
                .complains("process " + daemon.pid())
                .complains(folder.resolve("data").toString())
                .complains("run-task");
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void anInterruptStopsTheRunByItsLadder() throws Exception {
        Process exec = begin("slow");
        new ProcessBuilder("kill", "-s", "INT", Long.toString(exec.pid())).start().waitFor();
        assertTrue(exec.waitFor(Patience.BOUND.toSeconds(), TimeUnit.SECONDS));
        assertEquals(1, exec.exitValue());
        assertEquals("begins\nends\n", Files.readString(folder.resolve("out")));
        assertEquals(List.of("stopped 0"), rows().of("SELECT end_reason, exit_code FROM runs"));
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void aSecondInterruptKillsTheRun() throws Exception {
        Process exec = begin("stubborn");
        new ProcessBuilder("kill", "-s", "INT", Long.toString(exec.pid())).start().waitFor();
        Patience.until("the run is told to end", () -> rows().count("stop_cause = 'manual'") == 1, () -> "");
        long began = System.nanoTime();
        Patience.until("the second signal is another wish, not an echo of the first",
                () -> System.nanoTime() - began > 400_000_000L, () -> "");
        new ProcessBuilder("kill", "-s", "INT", Long.toString(exec.pid())).start().waitFor();
        assertTrue(exec.waitFor(Patience.BOUND.toSeconds(), TimeUnit.SECONDS));
        assertEquals(137, exec.exitValue());
        assertEquals(List.of("stopped 137"), rows().of("SELECT end_reason, exit_code FROM runs"));
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void whatAKilledExecLeftIsStoppedAndMarkedByTheNext() throws Exception {
        Process exec = begin("slow");
        exec.destroyForcibly().waitFor();
        assertFalse(Processes.with("MARK", mark).isEmpty());
        exec("good").exits(0);
        assertFalse(Processes.with("MARK", mark).isEmpty(), "exec of another task leaves it to its next start");
        Process again = begin("slow");
        assertEquals(List.of("crashed -2"), rows().of("SELECT end_reason, exit_code FROM runs WHERE task_name = 'slow'"
                + " AND status = 'ended'"));
        assertEquals(1, Processes.with("MARK", mark).stream().filter(Processes.Found::leads).count());
        again.destroyForcibly().waitFor();
        try (Daemon daemon = Daemon.ready(folder)) {
            assertEquals(2, rows().count("end_reason = 'crashed' AND exit_code = -2"));
            assertEquals(0, daemon.stop());
        }
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    /** Begins a run that goes on, and waits until it has printed something. */
    private Process begin(String task) throws Exception {
        Path out = folder.resolve("out");
        Files.deleteIfExists(out);
        Process process = new ProcessBuilder(Image.LAUNCHER.toString(), "exec", task).directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
        Patience.until("it prints", () -> Files.size(out) > 0 || !process.isAlive(), () -> "");
        assertTrue(process.isAlive());
        return process;
    }

    private Outcome exec(String... arguments) throws IOException, InterruptedException {
        return Command.in(folder, Image.LAUNCHER, "exec").and((Object[]) arguments).run();
    }

    private Rows rows() {
        return new Rows(folder.resolve("data"));
    }
}
