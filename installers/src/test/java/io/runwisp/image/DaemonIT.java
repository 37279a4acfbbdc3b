package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as an operator has it: started in a folder with a {@code runwisp.toml}, stopped, killed, started again. */
class DaemonIT {

    private static final Duration AT_ONCE = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private final String mark = UUID.randomUUID().toString();

    private final String busy = """
        [defaults]
        env           = { MARK = "%s" }
        graceful_stop = "2s"

        [tasks.tick]
        cron = "* * * * * *"
        run  = "echo tick; echo tock >&2"

        [tasks.long]
        run_on_start = true
        run          = "sleep 1000"

        [services.web]
        run = "trap 'echo bye; exit 0' TERM; echo hello; while true; do sleep 0.05; done"

        [services.flapping]
        run             = "exit 7"
        restart_delay   = "50ms"
        restart_backoff = "constant"
        """.formatted(mark);

    @AfterEach
    void endWhatIsLeft() throws IOException {
        Processes.with("MARK", mark)
            .forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void aTaskOfEverySecondLeavesRowsAndLogs() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, busy)) {
            Patience.until("three ticks", () -> rows().count("task_name = 'tick' AND end_reason = 'success'") >= 3,
                    daemon::log);
            String name = rows().of("SELECT log_file FROM runs WHERE task_name = 'tick' AND end_reason = 'success'")
                .getFirst();
            assertEquals("tick\n[ERR] tock\n",
                    sorted(Files.readString(folder.resolve("data/logs/tick").resolve(name))));
            assertEquals(List.of("cron 1"),
                    rows()
                        .of("SELECT DISTINCT triggered_by, scheduled_at IS NOT NULL FROM runs WHERE task_name = 'tick'"));
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void aServiceThatFailsIsStartedAgainAndAgain() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, busy)) {
            Patience.until("five lives", () -> rows().count("task_name = 'flapping' AND exit_code = 7") >= 5,
                    daemon::log);
            assertEquals(1, rows().count("task_name = 'web'"));
        }
    }

    @Test
    void aCleanEndStopsEverythingAndLeavesNothing() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, busy)) {
            Patience.until("all run", () -> rows().count("task_name IN ('web', 'long') AND status = 'running'") == 2,
                    daemon::log);
            // It says so once it has said what to do about SIGTERM.
            Patience.until("web is ready for its end", () -> Files
                .readString(folder.resolve("data/logs/web")
                    .resolve(rows().of("SELECT log_file FROM runs WHERE task_name = 'web'").getFirst()))
                .contains("hello"), daemon::log);
            assertTrue(Files.exists(folder.resolve("data/daemon.pid")));
            assertEquals(0, daemon.stop(), daemon::log);
            assertEquals(List.of(), Processes.with("MARK", mark));
            assertFalse(Files.exists(folder.resolve("data/daemon.pid")));
            assertEquals(List.of("long stopped 143", "web stopped 0"), rows().of(
                    "SELECT task_name, end_reason, exit_code FROM runs WHERE task_name IN ('web', 'long') ORDER BY 1"));
            assertEquals(0, rows().count("status = 'running'"));
        }
    }

    @Test
    void whatAKilledDaemonLeftIsStoppedAndMarkedBeforeAnythingIsStarted() throws Exception {
        Daemon first = Daemon.ready(folder, busy);
        Patience.until("all run", () -> rows().count("task_name IN ('web', 'long') AND status = 'running'") == 2,
                first::log);
        List<String> old = rows().of("SELECT id FROM runs WHERE status = 'running'");
        List<Processes.Found> left = Processes.with("MARK", mark);
        first.kill();
        assertTrue(left.stream().filter(Processes.Found::leads).anyMatch(Processes.Found::lives),
                "services go on when the daemon is killed");
        try (Daemon second = Daemon.ready(folder)) {
            assertEquals(List.of(), left.stream().filter(Processes.Found::lives).toList());
            assertTrue(second.says("of a daemon that died"), second::log);
            for (String run : old) {
                assertTrue(rows().of("SELECT end_reason FROM runs WHERE id = '" + run + "'")
                    .getFirst()
                    .matches("crashed|success|failed"), second::log);
            }
            assertEquals(2, rows().count("task_name IN ('web', 'long') AND end_reason = 'crashed' AND exit_code = -2"));
            Patience.until("the service is back", () -> rows().count("task_name = 'web' AND status = 'running'") == 1,
                    second::log);
            assertEquals(0, second.stop());
        }
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void aSecondDaemonIsRefusedAndDoesNotDisturbTheFirst() throws Exception {
        try (Daemon first = Daemon.ready(folder, busy)) {
            Command.in(folder, Image.LAUNCHER, "daemon")
                .run()
                .exits(1)
                .complains("process " + first.pid())
                .complains(folder.resolve("data").toString());
            assertTrue(first.lives());
            assertEquals(0, first.stop());
        }
    }

    @Test
    void aDamagedConfigurationIsExplainedAndNothingIsTouched() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), """
            [tasks.a]
            run  = "echo"
            crom = "0 7 * * *"
            [services.b]
            run       = "sleep 9"
            instanzes = 2
            """);
        Command.in(folder, Image.LAUNCHER, "daemon")
            .run()
            .exits(1)
            .complains("runwisp.toml:3:")
            .complains("runwisp.toml:6:");
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void aDamagedDatabaseIsRefusedAndKept() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), busy);
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/runwisp.db"),
                "this is no database, but somebody may still need it\n".repeat(100));
        String before = Files.readString(folder.resolve("data/runwisp.db"));
        Command.in(folder, Image.LAUNCHER, "daemon").run().exits(1).complains("runwisp.db").complains("is damaged");
        assertEquals(before, Files.readString(folder.resolve("data/runwisp.db")));
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void aDaemonThatWasSuspendedGoesOn() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, busy)) {
            Patience.until("a tick", () -> rows().count("task_name = 'tick'") >= 1, daemon::log);
            daemon.signal("STOP");
            long asleep = rows().count("task_name = 'tick'");
            Path marker = Files.createTempFile(folder, "asleep", "");
            Patience.until("two seconds of sleep", () -> System.currentTimeMillis()
                    - Files.getLastModifiedTime(marker).toMillis() > 2_500, daemon::log);
            daemon.signal("CONT");
            Patience.until("ticks again",
                    () -> rows().count("task_name = 'tick' AND end_reason = 'success'") >= asleep + 2,
                    daemon::log);
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void aQuietDaemonEndsAtOnce() throws Exception {
        Duration best = Duration.ofDays(1);
        for (int round = 0; round < 3; round++) {
            try (Daemon daemon = Daemon.ready(folder, Image.GOOD)) {
                long began = System.nanoTime();
                assertEquals(0, daemon.stop());
                Duration taken = Duration.ofNanos(System.nanoTime() - began);
                best = taken.compareTo(best) < 0 ? taken : best;
            }
        }
        String figure = "a quiet daemon ended in " + best.toMillis() + " ms, the best of 3";
        System.out.println(figure);
        assertTrue(best.compareTo(AT_ONCE) < 0, figure);
    }

    @Test
    void theSecondSignalDoesNotWaitForAnybody() throws Exception {
        String stubborn = """
            [services.stubborn]
            run           = "trap '' TERM; : >'%s'; while true; do sleep 0.05; done"
            env           = { MARK = "%s" }
            graceful_stop = "1h"
            [daemon]
            shutdown_timeout = "1h"
            """.formatted(folder.resolve("deaf"), mark);
        try (Daemon daemon = Daemon.ready(folder, stubborn)) {
            // Its row says so before its script begins, and only the script does not hear the signal.
            Patience.until("it does not hear", () -> Files.exists(folder.resolve("deaf")), daemon::log);
            daemon.signal("TERM");
            daemon.awaits("everything is told to end");
            long began = System.nanoTime();
            Patience.until("the second signal is another wish, not an echo of the first",
                    () -> System.nanoTime() - began > 400_000_000L, daemon::log);
            assertEquals(0, daemon.stop());
            assertEquals(List.of("stopped 137"), rows().of("SELECT end_reason, exit_code FROM runs"));
        }
        assertEquals(List.of(), Processes.with("MARK", mark));
    }

    @Test
    void aHangUpIsNoReasonToEnd() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, busy)) {
            daemon.signal("HUP");
            daemon.awaits("SIGHUP");
            assertTrue(daemon.lives());
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void thePasswordIsNeverInTheLog() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, busy)) {
            String password = Files.readString(folder.resolve("data/password")).strip();
            assertEquals(0, daemon.stop());
            assertFalse(daemon.says(password));
        }
    }

    private Rows rows() {
        return new Rows(folder.resolve("data"));
    }

    private static String sorted(String lines) {
        return Stream.of(lines.split("\n"))
            .sorted((a, b) -> b.compareTo(a))
            .reduce("", (all, line) -> all + line + "\n");
    }
}
