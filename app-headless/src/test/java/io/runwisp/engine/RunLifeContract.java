package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.engine.ProcessReport.NotLaunched;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every launcher must do from the gate of a process to its exit, and with what it prints. */
abstract class RunLifeContract extends LauncherContract {

    RunLifeContract(LauncherScene scene) {
        super(scene);
    }

    @Test
    void aProcessExecutesNothingBeforeItIsReleased() {
        RunId run = launch(ChildScript.begin().prints("released"));
        awaitReport(run, Launched.class);
        letAnotherRunPass();
        assertEquals(1, of(run).size());
        assertEquals(List.of(), scene.log(run));
        scene.launcher().release(run);
        awaitOrdinaryEnd(run, 0);
        assertEquals(List.of("released"), scene.log(run));
    }

    @Test
    void releasingTwiceIsReleasingOnce() {
        RunId run = released(ChildScript.begin().prints("once").sleeps(SHORT));
        scene.launcher().release(run);
        awaitOrdinaryEnd(run, 0);
        scene.launcher().release(run);
        letAnotherRunPass();
        assertEquals(List.of("once"), scene.log(run));
        assertEquals(3, of(run).size());
    }

    @Test
    void aSignalBehindTheGateEndsTheProcessWithoutItsHavingExecutedAnything() {
        RunId run = launch(ChildScript.begin().prints("never"));
        awaitReport(run, Launched.class);
        scene.launcher().signal(run, StopSignal.SIGTERM);
        scene.launcher().release(run);
        awaitReport(run, Cleared.class);
        assertEquals(List.of(), scene.log(run));
        assertEquals(0, scene.living(run));
    }

    @Test
    void aLaunchedProcessLeadsASessionAndCanBeToldFromOthers() {
        RunId run = launch(ChildScript.begin());
        Launched launched = awaitReport(run, Launched.class);
        assertTrue(launched.process().pid() > 1);
        assertEquals(launched.process().pid(), launched.process().session());
        assertFalse(launched.process().bootId().isEmpty());
        assertEquals(2, launched.process().pipeInodes().stream().distinct().count());
        assertFalse(launched.logFile().isEmpty());
        RunId other = launch(ChildScript.begin());
        assertFalse(awaitReport(other, Launched.class).process().equals(launched.process()));
        endAndAwait(run);
        endAndAwait(other);
    }

    @Test
    void aMissingWorkingDirectoryIsToldAndWrittenIntoTheLog() {
        RunId run = launch(ChildScript.begin(), "/nonexistent/place", UNLIMITED);
        NotLaunched told = awaitReport(run, NotLaunched.class);
        assertTrue(told.reason().contains("/nonexistent/place"), told::reason);
        assertNotNull(told.logFile());
        assertTrue(scene.log(run).toString().contains("/nonexistent/place"), () -> scene.log(run).toString());
        letAnotherRunPass();
        assertEquals(List.of(told), of(run));
    }

    @Test
    void aDiskThatIsTooFullForTheLogRefusesTheLaunch() {
        RunId run = launch(ChildScript.begin(), null,
                new OutputSink.Limits(0, LogFullPolicy.DROP_NEW, Long.MAX_VALUE / 2));
        NotLaunched told = awaitReport(run, NotLaunched.class);
        assertNull(told.logFile());
        assertTrue(told.reason().contains("left"), told::reason);
        scene.launcher().release(run);
        letAnotherRunPass();
        assertEquals(List.of(told), of(run));
    }

    @Test
    void theExitCodeIsTold() {
        awaitOrdinaryEnd(released(ChildScript.begin().exits(42)), 42);
    }

    @Test
    void anExitBySignalIsToldAs128AndItsNumber() {
        RunId run = released(ChildScript.begin().diesBy(StopSignal.SIGKILL));
        awaitOrdinaryEnd(run, 137);
        assertEquals(9, awaitReport(run, Exited.class).signal());
    }

    @Test
    void anExitByItselfHasNoSignal() {
        RunId run = released(ChildScript.begin().exits(3));
        assertEquals(0, awaitReport(run, Exited.class).signal());
        awaitOrdinaryEnd(run, 3);
    }

    @Test
    void whatItUsedIsPlausibleWhereItIsKnown() {
        RunId run = released(ChildScript.begin());
        var usage = awaitReport(run, Exited.class).usage();
        assertTrue(usage == null || usage.peakMemoryBytes() > 0 && !usage.cpuTime().isNegative());
        awaitOrdinaryEnd(run, 0);
    }

    @Test
    void bothPipesAndAnUnfinishedLineReachTheLogBeforeTheRunIsCleared() {
        RunId run = released(ChildScript.begin().prints("out").printsError("err").printsPart("unfinished"));
        Cleared cleared = awaitReport(run, Cleared.class);
        assertEquals(List.of("[ERR] err", "out", "unfinished"), scene.log(run).stream().sorted().toList());
        assertEquals(4 + 4 + 10, cleared.totals().producedBytes());
        assertEquals(3, cleared.totals().lines());
    }

    @Test
    void aFloodIsCountedToTheLastByte() {
        RunId run = released(ChildScript.begin().floods(1_000_000));
        assertEquals(1_000_000, awaitReport(run, Cleared.class).totals().producedBytes());
    }

    @Test
    void aFullLogIsToldOnceWhenItsPolicyIsToEndTheRun() {
        RunId run = released(ChildScript.begin().floods(200_000).sleeps(LONG),
                new OutputSink.Limits(4096, LogFullPolicy.KILL_TASK, 0));
        awaitReport(run, ProcessReport.LogOverflowed.class);
        endAndAwait(run);
        assertEquals(1, of(run).stream().filter(ProcessReport.LogOverflowed.class::isInstance).count());
    }

    @Test
    void theDaemonWritesIntoTheLogAsLongAsItIsOpen() {
        RunId run = launch(ChildScript.begin());
        awaitReport(run, Launched.class);
        scene.launcher().say(run, "before");
        awaitLine(run, "[SYSTEM] before");
        scene.launcher().release(run);
        awaitOrdinaryEnd(run, 0);
        scene.launcher().say(run, "after");
        letAnotherRunPass();
        assertEquals(List.of("[SYSTEM] before"), scene.log(run));
    }

    @Test
    void whatIsAskedOfUnknownOrEndedRunsIsIgnored() {
        RunId ended = released(ChildScript.begin());
        awaitReport(ended, Cleared.class);
        for (RunId run : List.of(ended, runs.pending("unknown").id())) {
            scene.launcher().release(run);
            scene.launcher().signal(run, StopSignal.SIGTERM);
            scene.launcher().signal(run, StopSignal.SIGKILL);
            scene.launcher().closeOutput(run);
            scene.launcher().say(run, "nobody listens");
            scene.launcher().cancelProbe(run);
        }
        letAnotherRunPass();
        assertEquals(3, of(ended).size());
    }

    @Test
    void manyRunsAreToldApart() {
        List<RunId> many = IntStream.range(0, 30)
            .mapToObj(i -> launch(ChildScript.begin().prints("I am " + i).exits(i)))
            .toList();
        many.forEach(run -> awaitReport(run, Launched.class));
        many.forEach(scene.launcher()::release);
        for (int i = 0; i < many.size(); i++) {
            awaitReport(many.get(i), Cleared.class);
            assertEquals(i, awaitReport(many.get(i), Exited.class).exitCode());
            assertEquals(List.of("I am " + i), scene.log(many.get(i)));
        }
    }
}
