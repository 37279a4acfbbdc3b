package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunLifeTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aRunIsLaunchedThenExitsThenIsCleared() {
        RunId run = stage.run("echo out; echo err >&2; exit 7");

        Exited exited = stage.await(Exited.class, run);
        Cleared cleared = stage.await(Cleared.class, run);

        assertEquals(7, exited.exitCode());
        assertEquals(0, exited.signal());
        assertNotNull(exited.usage());
        assertTrue(exited.usage().peakMemoryBytes() > 0);
        assertEquals(8, cleared.totals().producedBytes());
        assertEquals("out\n", stage.log(run).out());
        assertEquals("err\n", stage.log(run).err());
        assertTrue(stage.log(run).isFinished());
        assertEquals(List.of(Launched.class, Exited.class, Cleared.class),
                stage.reports(run).stream().map(ProcessReport::getClass).toList());
    }

    /** A new process shares the memory of the daemon until it executes its program, and the kernel counts that as its own. */
    @Test
    void theMemoryOfTheDaemonIsNotTakenForThatOfARun() {
        RunId small = stage.run("true");
        RunId large = stage.run("head -c 400000000 /dev/zero | tail -c 400000000 >/dev/null");

        assertTrue(memory(small) < 20_000_000, () -> memory(small) + " bytes");
        assertTrue(memory(large) > 400_000_000, () -> memory(large) + " bytes");
        stage.await(Cleared.class, small);
        stage.await(Cleared.class, large);
    }

    private long memory(RunId run) {
        return Objects.requireNonNull(stage.await(Exited.class, run).usage()).peakMemoryBytes();
    }

    @Test
    void theProcessLeadsASessionOfItsOwn() {
        RunId run = stage.begin(Stage.script("exit 0"));
        Launched launched = stage.await(Launched.class, run);
        ProcessStat stat = new ProcessTable().find(launched.process().pid()).orElseThrow();

        assertEquals(launched.process().pid(), stat.session());
        assertEquals(launched.process().pid(), stat.group());
        assertEquals(launched.process().startTicks(), stat.startTicks());
        assertEquals(2, launched.process().pipeInodes().size());
        stage.launcher.release(run);
        stage.await(Cleared.class, run);
    }

    @ParameterizedTest
    @EnumSource(StopSignal.class)
    void anySignalReachesItAndIsTold(StopSignal signal) {
        RunId run = stage.run("echo ready; sleep 1000");
        stage.await("not ready", () -> stage.log(run).out().contains("ready"));

        stage.launcher.signal(run, signal);

        Exited exited = stage.await(Exited.class, run);
        assertEquals(128 + signal.number(), exited.exitCode());
        assertEquals(signal.number(), exited.signal());
        stage.await(Cleared.class, run);
    }

    @ParameterizedTest
    @EnumSource(StopSignal.class)
    void behindItsGateASignalEndsItWithoutAnythingDone(StopSignal signal) {
        RunId run = stage.begin(Stage.script("echo done"));

        stage.launcher.signal(run, signal);
        stage.launcher.release(run);

        assertEquals(128 + signal.number(), stage.await(Exited.class, run).exitCode());
        stage.await(Cleared.class, run);
        assertEquals("", stage.log(run).out());
    }

    @Test
    void whatWaitsForItsTurnGetsWhatWasAskedOfIt() {
        RunId run = Stage.newRun();
        stage.launcher.launch(Stage.launch(run, Stage.script("echo done")));
        stage.launcher.say(run, "hello");
        stage.launcher.release(run);

        stage.await(Cleared.class, run);
        assertInstanceOf(Launched.class, stage.reports(run).getFirst());
        assertEquals("done\n", stage.log(run).out());
        assertEquals(List.of("hello"), stage.log(run).said());
    }
}
