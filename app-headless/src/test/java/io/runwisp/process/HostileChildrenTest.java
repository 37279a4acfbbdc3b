package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.engine.ProcessReport.NotLaunched;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileChildrenTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aFloodOnBothPipesDoesNotHoldUpOthers() {
        RunId flood = stage.run("yes flood >&2 & yes flood");
        stage.await("no flood", () -> stage.log(flood).produced() > 1_000_000);

        RunId other = stage.run("echo hello");

        stage.await(Cleared.class, other);
        assertEquals("hello\n", stage.log(other).out());
        stage.launcher.signal(flood, StopSignal.SIGTERM);
        stage.await(Cleared.class, flood);
    }

    @Test
    void manyAtOnceAllEndAndAreAllCollected() {
        Set<Long> before = children();
        List<RunId> runs = IntStream.range(0, 64).mapToObj(i -> stage.begin(Stage.script("exit " + i))).toList();
        runs.forEach(stage.launcher::release);

        for (int i = 0; i < runs.size(); i++) {
            assertEquals(i, stage.await(Exited.class, runs.get(i)).exitCode());
            stage.await(Cleared.class, runs.get(i));
        }
        assertEquals(before, children());
    }

    @Test
    void fiveHundredRunsLeaveNoDescriptorsAndNoZombies() throws IOException {
        stage.await(Cleared.class, stage.run("true"));
        long before = descriptors();
        Set<Long> others = children();
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            RunId run = Stage.newRun();
            runs.add(run);
            stage.launcher.launch(Stage.launch(run, Stage.script("true")));
            stage.launcher.release(run);
        }
        runs.forEach(run -> stage.await(Cleared.class, run));

        stage.await("descriptors stay open", () -> descriptors() <= before);
        assertEquals(others, children());
    }

    /** The end of a daemon in the middle of a burst took longer than its ceiling: each start that waited was made and then undone, a look at all processes for each. */
    @Test
    void hundredsThatWaitForTheirTurnAreNotStartedOnceTheyAreKilled() {
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            runs.add(Stage.newRun());
        }
        runs.forEach(run -> stage.launcher.launch(Stage.launch(run, Stage.script("true"))));
        runs.forEach(run -> stage.launcher.signal(run, StopSignal.SIGKILL));

        stage.await("not all were answered", () -> runs.stream()
            .allMatch(run -> stage.seen(Cleared.class, run).size() + stage.seen(NotLaunched.class, run).size() == 1));
        long started = runs.stream().filter(run -> !stage.seen(Launched.class, run).isEmpty()).count();
        assertTrue(started < 250, started + " of 500 were started all the same");
    }

    @Test
    void aMemberOfTheSessionWithoutGroupAndPipesIsWaitedFor() {
        RunId run = stage.run("set -m; sleep 1000 >/dev/null 2>&1 & echo ready");
        stage.await(Exited.class, run);
        stage.await(Cleared.class, stage.run("sleep 0.3"));
        assertEquals(List.of(), stage.seen(Cleared.class, run), "a member of the session lives");

        stage.launcher.signal(run, StopSignal.SIGKILL);

        stage.await(Cleared.class, run);
        Launched launched = stage.await(Launched.class, run);
        assertEquals(List.of(),
                new ProcessTable().session(launched.process().session(), launched.process().startTicks()));
    }

    @Test
    void aChildSeesItsThreeDescriptorsOnly() throws IOException {
        Path file = Files.createTempFile("open", "");
        // Inherited by every program that is started, if nobody sees to it.
        try (var _ = Files.newByteChannel(file)) {
            RunId run = stage.run("ls /proc/$$/fd; readlink /proc/$$/fd/0");
            stage.await(Cleared.class, run);
            assertEquals("0\n1\n2\n/dev/null\n", stage.log(run).out());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aChildBlocksAndIgnoresNoSignal() {
        RunId run = stage.run("grep -E '^Sig(Blk|Ign)' /proc/self/status");
        stage.await(Cleared.class, run);
        assertEquals("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n", stage.log(run).out());
    }

    @Test
    void aProcessThatIsStoppedByASignalCanBeKilled() {
        RunId run = stage.run("echo ready; kill -STOP $$");
        stage.await("not ready", () -> stage.log(run).out().contains("ready"));
        stage.launcher.signal(run, StopSignal.SIGKILL);
        assertEquals(137, stage.await(Exited.class, run).exitCode());
        stage.await(Cleared.class, run);
    }

    @Test
    void aForkBombOfItsGroupDiesByOneKill() {
        RunId run = stage.run("trap '' TERM; i=0; while [ $i -lt 100 ]; do sleep 1000 & i=$((i+1)); done; echo ready; "
                + "while :; do sleep 0.01 & done");
        stage.await("not ready", () -> stage.log(run).out().contains("ready"));
        Launched launched = stage.await(Launched.class, run);

        stage.launcher.signal(run, StopSignal.SIGKILL);

        stage.await(Cleared.class, run);
        assertEquals(List.of(),
                new ProcessTable().session(launched.process().session(), launched.process().startTicks()));
    }

    @Test
    void aScriptBeyondTheKernelsLimitRunsAllTheSame() {
        String script = "# " + "ä€😀".repeat(60_000) + "\necho $#:$0:ä\nfalse\necho never";
        assertTrue(Spawn.bytes(script).length > 500_000);
        RunId run = stage.run(script);

        assertEquals(1, stage.await(Exited.class, run).exitCode());
        stage.await(Cleared.class, run);
        assertEquals("0:/bin/sh:ä\n", stage.log(run).out());
    }

    @Test
    void whatIsTooLargeForTheKernelIsRefusedWithAReason() {
        RunId run = Stage.newRun();
        stage.launcher.launch(Stage.launch(run, Stage.script("# " + "x".repeat(8_000_000))));
        NotLaunched refused = stage.await(NotLaunched.class, run);
        assertTrue(refused.reason().contains("Argument list too long"), refused::reason);
        assertEquals(List.of(refused.reason()), stage.log(run).said());

        RunId other = Stage.newRun();
        stage.launcher.launch(Stage.launch(other,
                Stage.command("/usr/bin/env", "x".repeat(200_000), null, new TreeMap<>(), null, null)));
        assertTrue(stage.await(NotLaunched.class, other).reason().contains("128 KiB"));
    }

    @Test
    void whatIsStillBehindItsGateAtTheEndIsNotExecuted() {
        Stage other = new Stage();
        RunId run = other.begin(Stage.script("echo executed"));
        Launched launched = other.await(Launched.class, run);
        other.close();
        stage.await("the wrapper lives on", () -> new ProcessTable().find(launched.process().pid())
            .filter(ProcessStat::lives)
            .isEmpty());
        assertEquals("", other.log(run).out());
        assertFalse(other.log(run).isFinished());
    }

    @Test
    void twoRunsAreTwoSessions() {
        RunId one = stage.run("true");
        RunId other = stage.run("true");
        assertNotEquals(stage.await(Launched.class, one).process().session(),
                stage.await(Launched.class, other).process().session());
        stage.await(Cleared.class, one);
        stage.await(Cleared.class, other);
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Children of this JVM that nobody has collected, or that live. */
    private static Set<Long> children() {
        long self = ProcessHandle.current().pid();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString())
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .flatMap(name -> new ProcessTable().find(Long.parseLong(name)).stream())
                .filter(process -> process.parent() == self)
                .map(ProcessStat::pid)
                .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
