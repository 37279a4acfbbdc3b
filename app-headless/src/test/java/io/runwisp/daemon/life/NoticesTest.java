package io.runwisp.daemon.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.notify.Receiver;
import io.runwisp.notify.Receiver.Posted;
import io.runwisp.notify.hook.HookEvent;
import io.runwisp.time.Turns;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.notice.Notification;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole daemon tells others: real processes, a real database, a receiver on loopback. */
class NoticesTest {

    @TempDir
    private Path folder = Path.of("");

    private final Receiver receiver = new Receiver();

    @AfterEach
    void end() {
        receiver.close();
    }

    private String webhook() {
        return "[[notifier]]\nid = 'out'\ntype = 'webhook'\nurl = '" + receiver.url() + "/out'\n"
                + "[[notifier]]\nid = 'other'\ntype = 'webhook'\nurl = '" + receiver.url() + "/other'\n";
    }

    private static Run run(TestDaemon daemon, String task) {
        return daemon.local().trigger(task, new TriggerRequest(Map.of()), Duration.ofSeconds(30));
    }

    /** A task that fails unless there is a file of its name. */
    private String task(String name) {
        return "[tasks." + name + "]\nrun = 'echo one; echo; echo $SECRET; test -e " + folder.resolve(name)
                + "'\nsecrets = { SECRET = 'hunter2hunter2' }\n";
    }

    @Test
    void oneFailureIsOneMessageAndItsEndAnother() throws Exception {
        try (TestDaemon daemon = new TestDaemon(folder, webhook() + task("job") + "notify_on_failure = ['out']\n")) {
            run(daemon, "job");
            Posted failed = receiver.next();
            assertEquals("/out", failed.path());
            assertTrue(failed.body().contains("\"title\":\"job failed\""), failed.body());
            assertTrue(failed.body().contains("one\\n"), failed.body());
            assertFalse(failed.body().contains("hunter2"), failed.body());
            assertTrue(failed.body().contains(daemon.local().instance().fingerprint()), failed.body());
            run(daemon, "job");
            Files.createFile(folder.resolve("job"));
            run(daemon, "job");
            assertTrue(receiver.next().body().contains("Ok again after 2 failures, "));
            run(daemon, "job");
        }
        assertEquals(0, receiver.left());
    }

    @Test
    void routesSendByNameAndMaintenanceHolds() throws Exception {
        String toml = webhook() + task("db-a") + task("web-a") + """
                [[route]]
                match = { failure = true, task = 'db-*' }
                notify = ['other']
                [[route]]
                match = { failure = true, task = 'web-*' }
                notify = ['out']
                """;
        String maintenance = """
                [[maintenance]]
                id = 'night'
                units = ['db-*']
                from = 2020-01-01T00:00:00Z
                until = 2099-01-01T00:00:00Z
                """;
        try (TestDaemon daemon = new TestDaemon(folder, toml + maintenance)) {
            run(daemon, "db-a");
            run(daemon, "web-a");
            assertEquals("/out", receiver.next().path());
            assertEquals(2, daemon.local().notifications(10, null).items().size(), "the bell goes on");
        }
        assertEquals(0, receiver.left(), "what maintenance holds is not told at the end of the daemon");
        try (TestDaemon daemon = new TestDaemon(folder, toml + maintenance)) {
            Files.writeString(folder.resolve("runwisp.toml"), toml);
            daemon.local().reload(new ReloadRequest(List.of(), false));
            Posted summary = receiver.next();
            assertEquals("/other", summary.path());
            assertTrue(summary.body().contains("Maintenance night is over: 1 notice was held"), summary.body());
        }
    }

    @Test
    void whatCouldNotBeDeliveredRingsTheBellAndNothingElse() throws Exception {
        receiver.answer(403);
        try (TestDaemon daemon = new TestDaemon(folder, webhook() + task("job") + "notify_on_failure = ['out']\n"
                + "[[route]]\nnotify = ['other']\nmatch = { kind = ['notify.delivery_failed'] }\n")) {
            run(daemon, "job");
            assertEquals("/out", receiver.nextRefused().path());
            Notification told = bell(daemon, "notify.delivery_failed");
            assertEquals("notifier out could not deliver", told.title());
            assertEquals("job", told.taskName());
            assertTrue(told.body().startsWith("Run.failed of job: "), told.body());
        }
        assertEquals(0, receiver.left());
    }

    private static Notification bell(TestDaemon daemon, String kind) throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            for (Notification each : daemon.local().notifications(10, null).items()) {
                if (each.kind().equals(kind)) {
                    return each;
                }
            }
            Turns.pass();
        }
        throw new AssertionError("the bell does not show " + kind);
    }

    @Test
    void whatNobodyTookIsToldByTheNextDaemon() throws Exception {
        receiver.answer(503);
        String toml = webhook() + task("job") + "notify_on_failure = ['out']\n";
        try (TestDaemon daemon = new TestDaemon(folder, toml)) {
            run(daemon, "job");
            receiver.nextRefused();
        }
        receiver.answer(200);
        try (TestDaemon daemon = new TestDaemon(folder, toml)) {
            assertTrue(receiver.next().body().contains("job failed"));
            assertEquals(1, daemon.local().tasks().size());
        }
        assertEquals(0, receiver.left());
    }

    @Test
    void aReloadBringsNotifiersToADaemonThatHadNone() throws Exception {
        try (TestDaemon daemon = new TestDaemon(folder, task("job"))) {
            run(daemon, "job");
            Files.writeString(folder.resolve("runwisp.toml"),
                    webhook() + task("job") + "notify_on_failure = ['out']\n");
            daemon.local().reload(new ReloadRequest(List.of(), false));
            run(daemon, "job");
            assertTrue(receiver.next().body().contains("job failed"));
        }
        assertEquals(0, receiver.left(), "what was before is not told");
    }

    @Test
    void aMonitorHearsStartAndEndInTheirOrderAlsoWhenItWasDeadAndTheDaemonBegunAnew() throws Exception {
        String toml = task("job") + "ping = '" + receiver.url() + "/secret'\n";
        receiver.answer(503);
        try (TestDaemon daemon = new TestDaemon(folder, toml)) {
            run(daemon, "job");
            receiver.nextRefused();
        }
        receiver.answer(200);
        assertFalse(Files.readString(folder.resolve("data/notify.json")).contains("secret"));
        try (TestDaemon daemon = new TestDaemon(folder, toml)) {
            Files.createFile(folder.resolve("job"));
            run(daemon, "job");
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Posted ping = receiver.next();
                paths.add(ping.path());
                if (ping.path().endsWith("/fail")) {
                    assertTrue(ping.body().startsWith("job failed. Exit code 1 after "), ping.body());
                    assertTrue(ping.body().contains("\none\n"), ping.body());
                    assertFalse(ping.body().contains("hunter2"), ping.body());
                }
            }
            assertEquals(List.of("/secret/start", "/secret/fail", "/secret/start", "/secret"), paths);
        }
    }

    @Test
    void aHookReadsItsEventAndOneThatHangsHoldsUpNothing() throws IOException {
        Path told = folder.resolve("told.json");
        Path child = folder.resolve("child");
        String toml = task("job") + """
                [[hook]]
                on = ['run.failed']
                run = 'cat > $WHERE.$RUNWISP_UNIT'
                env = { WHERE = '%s' }
                [[hook]]
                on = ['run.failed']
                run = 'sleep 600 & echo $! > %s; sleep 600'
                timeout = '500ms'
                [[hook]]
                on = ['daemon.started', 'daemon.stopping', 'config.reloaded']
                run = 'echo $RUNWISP_EVENT >> %s'
                """.formatted(told, child, folder.resolve("daemon"));
        Run run;
        try (TestDaemon daemon = new TestDaemon(folder, toml)) {
            run = run(daemon, "job");
            for (int i = 0; i < 5; i++) {
                assertEquals("failed", run(daemon, "job").endReason(), "runs do not wait for hooks");
            }
            daemon.local().reload(new ReloadRequest(List.of(), false));
        }
        HookEvent event = WireJson.read(HookEvent.class, Files.readString(Path.of(told + ".job")));
        assertEquals("run.failed", event.event());
        assertEquals("job", event.unit());
        assertEquals("failed", event.run() == null ? "" : event.run().endReason());
        assertEquals("1.2.3", event.source().version());
        assertTrue(event.run() != null && event.run().id().compareTo(run.id()) > 0, "the last of them came last");
        assertFalse(lives(Files.readString(child).strip()), "nothing of it is left");
        assertEquals(List.of("daemon.started", "config.reloaded", "daemon.stopping"),
                Files.readAllLines(folder.resolve("daemon")));
    }

    /** A process that is dead and that nobody has asked about yet is dead. */
    private static boolean lives(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
