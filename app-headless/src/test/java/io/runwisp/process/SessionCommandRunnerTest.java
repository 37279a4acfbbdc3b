package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.process.CommandRunner.Ended;
import io.runwisp.process.CommandRunner.Interrupted;
import io.runwisp.process.CommandRunner.NotStarted;
import io.runwisp.process.CommandRunner.Order;
import io.runwisp.process.CommandRunner.Outcome;
import io.runwisp.process.CommandRunner.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCommandRunnerTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final int MOST = 200;

    private final Variables variables = Variables
        .of(Map.of("PATH", "/usr/bin:/bin", "RUNWISP_PASSWORD", "geheim", "HOME", "/root"));
    private final SessionCommandRunner runner = new SessionCommandRunner(variables);

    @TempDir
    Path folder;

    @Test
    void whatIsHandedOverIsReadAndWhatIsPrintedComesBack() {
        assertEquals(new Ended(0, "Grüße\noops\n"), run("cat; echo oops >&2", "Grüße\n"));
    }

    @Test
    void theExitCodeIsThatOfTheCommandOrOfTheSignalThatEndedIt() {
        assertEquals(new Ended(75, ""), run("exit 75", ""));
        assertEquals(new Ended(143, ""), run("kill -TERM $$", ""));
    }

    @Test
    void variablesAreThoseOfTheDaemonWithoutItsOwnAndThoseOfTheOrderOverThem() {
        Order order = new Order(List.of("env"), Map.of("HOME", "/tmp", "LÄNGE", "ü"), null, "", PATIENT, 4096);
        String shown = assertInstanceOf(Ended.class, runner.run(order)).output();
        assertTrue(shown.contains("HOME=/tmp\n") && shown.contains("PATH=/usr/bin:/bin\n"), shown);
        assertTrue(shown.contains("LÄNGE=ü\n"), shown);
        assertFalse(shown.contains("geheim"), shown);
    }

    @Test
    void itRunsWhereItShall() {
        Order order = new Order(List.of("pwd"), Map.of(), folder, "", PATIENT, MOST);
        assertEquals(new Ended(0, folder + "\n"), runner.run(order));
    }

    @Test
    void whoDoesNotReadWhatItGetsIsNoTrouble() {
        assertEquals(new Ended(0, "done\n"), run("echo done", "x".repeat(1_000_000)));
    }

    @Test
    void ofAFloodTheLastBytesAreKeptAndNoCharacterIsCut() {
        assertEquals(new Ended(0, "ä".repeat(MOST / 2)),
                run("i=0; while [ $i -lt 20000 ]; do printf ääää; i=$((i+1)); done", ""));
        assertEquals(new Ended(0, "ä".repeat(MOST / 2 - 1) + "x"),
                run("i=0; while [ $i -lt 20000 ]; do printf ääää; i=$((i+1)); done; printf x", ""));
    }

    @Test
    void whenItsTimeIsOverEverythingOfItsSessionIsKilled() throws IOException {
        Path pids = folder.resolve("pids");
        Order order = new Order(List.of("sh", "-c", "trap '' TERM; sleep 600 & echo $! >" + pids
                + "; (trap '' TERM; while :; do sleep 1; done) & echo $! >>" + pids + "; echo begun; wait"), Map.of(),
                null, "", Duration.ofSeconds(1), MOST);
        assertEquals(new TimedOut("begun\n"), runner.run(order));
        assertNobodyLives(pids, 2);
    }

    @Test
    void whatACommandLeavesBehindDoesNotHoldItUpAndIsKilled() throws IOException {
        Path pids = folder.resolve("pids");
        assertEquals(new Ended(3, "bye\n"), run("sleep 600 & echo $! >" + pids + "; echo bye; exit 3", ""));
        assertNobodyLives(pids, 1);
    }

    @Test
    void anInterruptOfWhoWaitsKillsIt() throws Exception {
        Path pids = folder.resolve("pids");
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread waiting = Thread.ofPlatform().start(() -> {
            outcome.set(run("sleep 600 & echo $! >" + pids + "; wait", ""));
            flag.set(Thread.currentThread().isInterrupted());
            over.countDown();
        });
        await(() -> pids.toFile().length() > 0, "it has not begun");
        waiting.interrupt();
        assertTrue(over.await(20, TimeUnit.SECONDS));
        assertEquals(new Interrupted(), outcome.get());
        assertEquals(true, flag.get());
        assertNobodyLives(pids, 1);
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        assertEquals(new NotStarted("there is no program no-such-mailer"), runner
            .run(new Order(List.of("no-such-mailer"), Map.of(), null, "", PATIENT, MOST)));
        Path plain = Files.writeString(folder.resolve("plain"), "text");
        assertEquals(new NotStarted("there is no program " + plain), runner
            .run(new Order(List.of(plain.toString()), Map.of(), null, "", PATIENT, MOST)));
        assertInstanceOf(NotStarted.class, runner
            .run(new Order(List.of("pwd"), Map.of(), folder.resolve("gone"), "", PATIENT, MOST)));
    }

    private Outcome run(String script, String input) {
        return runner.run(new Order(List.of("sh", "-c", script), Map.of(), null, input, PATIENT, MOST));
    }

    private static void assertNobodyLives(Path pids, int count) throws IOException {
        List<String> numbers = Files.readAllLines(pids);
        assertEquals(count, numbers.size());
        for (String number : numbers) {
            await(() -> !lives(Long.parseLong(number)), number + " lives");
        }
    }

    private static boolean lives(long pid) {
        return new ProcessTable().find(pid).filter(ProcessStat::lives).isPresent();
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + PATIENT.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, otherwise);
            Thread.onSpinWait();
        }
    }
}
