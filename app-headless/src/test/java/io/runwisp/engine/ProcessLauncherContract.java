package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.language.EnvironmentBase;
import io.runwisp.engine.ChildScript.Place;
import io.runwisp.engine.ProcessReport.Cleared;
import io.runwisp.engine.ProcessReport.Exited;
import io.runwisp.engine.ProcessReport.Launched;
import io.runwisp.engine.ProcessReport.NotLaunched;
import io.runwisp.engine.definition.Command;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every launcher must do with the processes of runs. How it runs probes is in {@link ProbeContract}. */
public abstract class ProcessLauncherContract {

    /** The variable by which everything that a run started can be told: its value is the id of the run. */
    protected static final String MARK = "CONTRACT_RUN";

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final OutputSink.Limits UNLIMITED = new OutputSink.Limits(0, LogFullPolicy.DROP_NEW, 0);

    private final SampleRuns runs = new SampleRuns();

    /** The launcher under test, the same throughout a test. */
    protected abstract ProcessLauncher launcher();

    /** The script of a command that does this. */
    protected abstract String script(ChildScript child);

    /** Everything that the launcher has told so far, in order. */
    protected abstract List<ProcessReport> reports();

    /** What the log of a run says now; {@code [ERR] } stands in front of error output and {@code [SYSTEM] } in front of the daemon's. */
    protected abstract List<String> log(RunId run);

    /** How many processes live that began with this run, those included that left its session. */
    protected abstract int living(RunId run);

    /** Lets time pass until something holds; fails within a bound when it does not come to hold. */
    protected abstract void await(String what, BooleanSupplier condition);

    private RunId launch(ChildScript child) {
        return launch(child, null, UNLIMITED);
    }

    private RunId launch(ChildScript child, @Nullable String directory,
            OutputSink.Limits limits) {
        RunId run = runs.pending("contract").id();
        TreeMap<String, String> environment = new TreeMap<>();
        environment.put(MARK, run.text());
        Command command = new Command("/bin/sh", script(child), directory, EnvironmentBase.INHERIT, environment, null,
                null);
        launcher().launch(new ProcessLauncher.Launch(command,
                new OutputSink.Order(run, "contract", Instant.EPOCH, limits, List.of()), false));
        return run;
    }

    private RunId released(ChildScript child) {
        return released(child, UNLIMITED);
    }

    private RunId released(ChildScript child, OutputSink.Limits limits) {
        RunId run = launch(child, null, limits);
        awaitReport(run, Launched.class);
        launcher().release(run);
        return run;
    }

    private <R extends ProcessReport> R awaitReport(RunId run, Class<R> kind) {
        await(kind.getSimpleName() + " of " + run, () -> of(run).stream().anyMatch(kind::isInstance));
        return of(run).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private List<ProcessReport> of(RunId run) {
        return reports().stream().filter(report -> report.run().equals(run)).toList();
    }

    private boolean isTold(RunId run, Class<? extends ProcessReport> kind) {
        return of(run).stream().anyMatch(kind::isInstance);
    }

    private void awaitLine(RunId run, String line) {
        await("line " + line, () -> log(run).contains(line));
    }

    /** Another process comes and goes, so that whatever was to happen meanwhile has had its time. */
    private void letAnotherRunPass() {
        awaitReport(released(ChildScript.begin().sleeps(Duration.ofMillis(20))), Cleared.class);
    }

    private void awaitOrdinaryEnd(RunId run, int exitCode) {
        Cleared last = awaitReport(run, Cleared.class);
        letAnotherRunPass();
        List<ProcessReport> told = of(run);
        assertEquals(List.of(Launched.class, Exited.class, Cleared.class),
                told.stream().map(Object::getClass).toList(), "each once, in this order");
        assertEquals(exitCode, assertInstanceOf(Exited.class, told.get(1)).exitCode());
        assertEquals(last, told.getLast());
    }

    private void endAndAwait(RunId run) {
        launcher().signal(run, StopSignal.SIGKILL);
        launcher().closeOutput(run);
        awaitReport(run, Cleared.class);
    }

    @Test
    void aProcessExecutesNothingBeforeItIsReleased() {
        RunId run = launch(ChildScript.begin().prints("released"));
        awaitReport(run, Launched.class);
        letAnotherRunPass();
        assertEquals(1, of(run).size());
        assertEquals(List.of(), log(run));
        launcher().release(run);
        awaitOrdinaryEnd(run, 0);
        assertEquals(List.of("released"), log(run));
    }

    @Test
    void releasingTwiceIsReleasingOnce() {
        RunId run = released(ChildScript.begin().prints("once").sleeps(SHORT));
        launcher().release(run);
        awaitOrdinaryEnd(run, 0);
        launcher().release(run);
        letAnotherRunPass();
        assertEquals(List.of("once"), log(run));
        assertEquals(3, of(run).size());
    }

    @Test
    void aSignalBehindTheGateEndsTheProcessWithoutItsHavingExecutedAnything() {
        RunId run = launch(ChildScript.begin().prints("never"));
        awaitReport(run, Launched.class);
        launcher().signal(run, StopSignal.SIGTERM);
        launcher().release(run);
        awaitReport(run, Cleared.class);
        assertEquals(List.of(), log(run));
        assertEquals(0, living(run));
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
        assertTrue(log(run).toString().contains("/nonexistent/place"), () -> log(run).toString());
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
        launcher().release(run);
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
        assertEquals(List.of("[ERR] err", "out", "unfinished"), log(run).stream().sorted().toList());
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
    void aSignalReachesTheWholeGroup() {
        RunId run = released(ChildScript.begin().forks(Place.GROUP, LONG, true).prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        launcher().signal(run, StopSignal.SIGTERM);
        awaitReport(run, Cleared.class);
        await("nothing lives", () -> living(run) == 0);
    }

    @Test
    void aSignalReachesTheGroupAlsoAfterTheExitOfItsLeader() {
        RunId run = released(ChildScript.begin().forks(Place.GROUP, LONG, true).exits(5));
        assertEquals(5, awaitReport(run, Exited.class).exitCode());
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "a member of the group lives");
        launcher().signal(run, StopSignal.SIGTERM);
        awaitOrdinaryEnd(run, 5);
        assertEquals(0, living(run));
    }

    @Test
    void aMemberWithoutThePipesKeepsTheRunFromBeingCleared() {
        RunId run = released(ChildScript.begin().forks(Place.GROUP, LONG, false).exits(0));
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "a member of the group lives");
        launcher().closeOutput(run);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "closing the pipes does not end it");
        launcher().signal(run, StopSignal.SIGKILL);
        awaitOrdinaryEnd(run, 0);
    }

    @Test
    void onlyAKillReachesTheOtherGroupsOfTheSession() {
        RunId run = released(ChildScript.begin().forks(Place.OWN_GROUP, LONG, false).prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        launcher().signal(run, StopSignal.SIGTERM);
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertEquals(1, living(run));
        assertFalse(isTold(run, Cleared.class), "a member of the session lives");
        launcher().signal(run, StopSignal.SIGKILL);
        awaitReport(run, Cleared.class);
        assertEquals(0, living(run));
    }

    @Test
    void aMemberInAGroupOfItsOwnWithoutThePipesKeepsTheRunFromBeingCleared() {
        RunId run = released(ChildScript.begin().forks(Place.OWN_GROUP, LONG, false).exits(0));
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "a member of the session lives");
        launcher().signal(run, StopSignal.SIGKILL);
        awaitOrdinaryEnd(run, 0);
        assertEquals(0, living(run));
    }

    @Test
    void whoLeftTheSessionWithThePipesKeepsTheRunFromBeingClearedUntilTheyAreClosed() {
        RunId run = released(ChildScript.begin()
            .forks(Place.OWN_SESSION, Duration.ofSeconds(5), true)
            .sleeps(Duration.ofMillis(300))
            .exits(0));
        awaitReport(run, Exited.class);
        letAnotherRunPass();
        assertFalse(isTold(run, Cleared.class), "its pipes are held");
        launcher().closeOutput(run);
        awaitOrdinaryEnd(run, 0);
        assertEquals(1, living(run));
        await("it has ended by itself", () -> living(run) == 0);
    }

    @Test
    void whoLeftTheSessionWithoutThePipesIsNotWaitedFor() {
        RunId run = released(ChildScript.begin()
            .forks(Place.OWN_SESSION, Duration.ofSeconds(5), false)
            .sleeps(Duration.ofMillis(300))
            .exits(0));
        awaitOrdinaryEnd(run, 0);
        assertEquals(1, living(run));
        await("it has ended by itself", () -> living(run) == 0);
    }

    @Test
    void whoIgnoresTheTermEndsByTheKill() {
        RunId run = released(ChildScript.begin().ignoresTerm().prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        launcher().signal(run, StopSignal.SIGTERM);
        letAnotherRunPass();
        assertFalse(isTold(run, Exited.class));
        launcher().signal(run, StopSignal.SIGKILL);
        awaitOrdinaryEnd(run, 137);
    }

    @Test
    void whoTrapsTheTermExitsAsItWantsTo() {
        RunId run = released(ChildScript.begin().trapsTerm(7, SHORT).prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        launcher().signal(run, StopSignal.SIGTERM);
        awaitReport(run, Cleared.class);
        assertEquals(7, awaitReport(run, Exited.class).exitCode());
        assertEquals(0, awaitReport(run, Exited.class).signal());
    }

    @Test
    void anotherStopSignalIsSentAsItIs() {
        RunId run = released(ChildScript.begin().prints("ready").sleeps(LONG));
        awaitLine(run, "ready");
        launcher().signal(run, StopSignal.SIGUSR2);
        awaitOrdinaryEnd(run, 128 + 12);
    }

    @Test
    void theDaemonWritesIntoTheLogAsLongAsItIsOpen() {
        RunId run = launch(ChildScript.begin());
        awaitReport(run, Launched.class);
        launcher().say(run, "before");
        awaitLine(run, "[SYSTEM] before");
        launcher().release(run);
        awaitOrdinaryEnd(run, 0);
        launcher().say(run, "after");
        letAnotherRunPass();
        assertEquals(List.of("[SYSTEM] before"), log(run));
    }

    @Test
    void whatIsAskedOfUnknownOrEndedRunsIsIgnored() {
        RunId ended = released(ChildScript.begin());
        awaitReport(ended, Cleared.class);
        for (RunId run : List.of(ended, runs.pending("unknown").id())) {
            launcher().release(run);
            launcher().signal(run, StopSignal.SIGTERM);
            launcher().signal(run, StopSignal.SIGKILL);
            launcher().closeOutput(run);
            launcher().say(run, "nobody listens");
            launcher().cancelProbe(run);
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
        many.forEach(launcher()::release);
        for (int i = 0; i < many.size(); i++) {
            awaitReport(many.get(i), Cleared.class);
            assertEquals(i, awaitReport(many.get(i), Exited.class).exitCode());
            assertEquals(List.of("I am " + i), log(many.get(i)));
        }
    }
}
