package io.runwisp.notify.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.UnitKind;
import io.runwisp.process.CommandRunner;
import io.runwisp.process.CommandRunner.Order;
import io.runwisp.process.CommandRunner.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which hooks run, with what, and what is said about it. */
class HookDeskTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory = Path.of("");

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Config config(String hooks) {
        return Loading.in(directory).valid("[tasks.a]\nrun = 'x'\n" + hooks);
    }

    private HookDesk desk(String hooks, CommandRunner runner) {
        return new HookDesk(config(hooks), order -> {
            orders.add(order);
            return runner.run(order);
        }, line -> lines.add(line.level() + " " + line.text()));
    }

    private static Outcome good(Order order) {
        return new CommandRunner.Ended(0, "");
    }

    private static HookEvent failed(String unit) {
        return new HookEvent("run.failed", Instant.parse("2026-03-01T12:00:00Z"), EventSeverity.ERROR, unit,
                UnitKind.TASK, unit + " failed", "Exit code 3.", null,
                new HookEvent.Source("box", "swift-heron", "1.2.3"));
    }

    private static void fails(HookDesk desk, String unit) {
        desk.happened(failed(unit), Set.of(EventKind.RUN_FAILED, EventKind.RUN_LOG_OVERFLOW));
    }

    @Test
    void itReadsTheEventAsJsonAndHasItsVariables() throws InterruptedException {
        HookDesk desk = desk("[[hook]]\non = ['run.failed']\nrun = 'report it'\nenv = { LANG = 'C' }\ntimeout = '3s'\n",
                HookDeskTest::good);
        fails(desk, "a");
        desk.close(LONG);
        Order order = orders.remove();
        assertEquals(List.of("/bin/sh", "-e", "-c", "report it"), order.words());
        assertEquals(Duration.ofSeconds(3), order.timeout());
        assertEquals("C", order.variables().get("LANG"));
        assertEquals("run.failed", order.variables().get("RUNWISP_EVENT"));
        assertEquals("a", order.variables().get("RUNWISP_UNIT"));
        assertEquals(
                "{\"event\":\"run.failed\",\"at\":\"2026-03-01T12:00:00.000Z\",\"severity\":\"error\",\"unit\":\"a\","
                        + "\"unit_kind\":\"task\",\"title\":\"a failed\",\"message\":\"Exit code 3.\",\"source\":{\"instance\":"
                        + "\"box\",\"fingerprint\":\"swift-heron\",\"version\":\"1.2.3\"}}\n",
                order.input());
    }

    @Test
    void kindsAndPatternsDecideWhichHookRuns() throws InterruptedException {
        HookDesk desk = desk("""
                [[hook]]
                on = ['run.succeeded']
                run = 'one'
                [[hook]]
                on = ['run.log_overflow']
                units = ['b*']
                run = 'two'
                [[hook]]
                on = ['failed']
                units = ['a*']
                run = 'three'
                """, HookDeskTest::good);
        fails(desk, "a");
        desk.close(LONG);
        assertEquals(List.of("three"), orders.stream().map(order -> order.words().getLast()).toList());
        assertFalse(desk.wants(Set.of(EventKind.RUN_FAILED), "c"));
        assertTrue(desk.wants(Set.of(EventKind.RUN_LOG_OVERFLOW), "b1"));
    }

    @Test
    void aHookThatIsTooSlowLosesTheOldestAndThatIsSaidOnce() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        HookDesk desk = desk("[[hook]]\non = ['run.failed']\nrun = 'x'\n", _ -> {
            begun.countDown();
            try {
                assertTrue(go.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new CommandRunner.Ended(0, "");
        });
        fails(desk, "first");
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 10_000; i++) {
            fails(desk, "u" + i);
        }
        go.countDown();
        desk.close(LONG);
        assertEquals(1 + HookQueue.MOST_WAITING, orders.size());
        assertEquals("u9999", List.copyOf(orders).getLast().variables().get("RUNWISP_UNIT"));
        assertEquals(
                List.of("WARN hook 1 is too slow for what happens: 256 events wait, and the oldest are dropped until "
                        + "it has caught up"),
                List.copyOf(lines));
    }

    @Test
    void whatItPrintsAndHowItEndsIsInTheLogOfTheDaemon() throws InterruptedException {
        HookDesk desk = desk("[[hook]]\non = ['run.failed']\nrun = 'x'\n", order -> switch (orders.size()) {
            case 1 -> new CommandRunner.Ended(3, "one\n\ntwo\n");
            case 2 -> new CommandRunner.TimedOut("half");
            default -> new CommandRunner.NotStarted("there is no program setsid");
        });
        fails(desk, "a");
        fails(desk, "a");
        fails(desk, "a");
        desk.close(LONG);
        assertEquals(List.of("INFO hook 1: one", "INFO hook 1: two",
                "WARN hook 1 at run.failed of a ended with exit code 3", "INFO hook 1: half",
                "WARN hook 1 at run.failed of a was killed, because it took longer than its timeout of 10000 ms",
                "ERROR hook 1 at run.failed of a could not be run: there is no program setsid"), List.copyOf(lines));
    }

    @Test
    void atTheEndAHookThatHangsIsCutOff() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cut = new CountDownLatch(1);
        HookDesk desk = desk("[[hook]]\non = ['run.failed']\nrun = 'x'\n", _ -> {
            begun.countDown();
            try {
                assertTrue(new CountDownLatch(1).await(20, TimeUnit.SECONDS));
            } catch (InterruptedException _) {
                cut.countDown();
            }
            return new CommandRunner.Interrupted();
        });
        fails(desk, "a");
        fails(desk, "b");
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        desk.close(Duration.ofMillis(50));
        assertTrue(cut.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("WARN hook 1 was cut off, because the daemon ends"), List.copyOf(lines));
    }

    @Test
    void aReloadKeepsTheQueueOfAHookThatIsTheSame() throws InterruptedException {
        String hook = "[[hook]]\non = ['run.failed']\nrun = 'x'\n";
        HookDesk desk = desk(hook, HookDeskTest::good);
        desk.follow(config(hook + "[[hook]]\non = ['run.failed']\nrun = 'y'\n"));
        fails(desk, "a");
        desk.close(LONG);
        assertEquals(Set.of("x", "y"), Set.copyOf(orders.stream().map(order -> order.words().getLast()).toList()));
    }
}
