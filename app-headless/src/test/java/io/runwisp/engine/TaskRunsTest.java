package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One run of a task, from its row to its end. */
final class TaskRunsTest {

    @Test
    void nobodyIsAnsweredAndNothingExecutedBeforeItIsOnTheDisk() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.diskHeld = true;
        long ticket = driver.trigger("a");
        assertEquals(1, driver.seen(EngineEffect.LaunchProcess.class).size(),
                "its process comes to its gate meanwhile");
        assertNull(driver.answers.get(ticket), "nobody is answered before the row is on the disk");
        driver.releaseDisk();
        assertEquals(RunPhase.PENDING, driver.answer(ticket, EngineEffect.Triggered.class).run().phase());
        assertEquals(List.of("run.created a pending", "run.started a running"), driver.runEvents());
        assertEquals(1, driver.seen(EngineEffect.ReleaseProcess.class).size());
    }

    @Test
    void onlyAFewProcessesWaitForTheFirstRowsOfTheirRuns() {
        EngineDriver driver = new EngineDriver(task("a").parallel(20).make()).begun();
        driver.diskHeld = true;
        for (int i = 0; i < 20; i++) {
            driver.trigger("a");
        }
        assertEquals(Runs.MOST_AHEAD, driver.seen(EngineEffect.LaunchProcess.class).size());
        driver.releaseDisk();
        assertEquals(20, driver.aliveOf("a").size());
    }

    @Test
    void aRunThatCannotBeRecordedLeavesNoProcessAndNoTrace() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.diskHeld = true;
        long ticket = driver.trigger("a");
        RunId run = driver.seen(EngineEffect.LaunchProcess.class).getFirst().launch().run();
        driver.refuseDisk("damaged");
        assertEquals(EngineEffect.Reason.STALLED, driver.answer(ticket, EngineEffect.Rejected.class).reason());
        assertEquals(List.of(StopSignal.SIGKILL), driver.signalsTo(run));
        assertEquals(List.of(), driver.seen(EngineEffect.ReleaseProcess.class));
        assertEquals(List.of(), driver.rowsOf("a"));
        RunId next = driver.triggered("a");
        assertTrue(driver.alive.contains(next), "its place is free again");
    }

    @Test
    void aRunThatCannotBeRecordedIsForgottenWhenItsProcessIsGone() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.diskHeld = true;
        driver.spawnHeld = true;
        driver.trigger("a");
        RunId run = driver.seen(EngineEffect.LaunchProcess.class).getFirst().launch().run();
        driver.send(new ProcessReport.NotLaunched(run, null, "no shell"));
        driver.refuseDisk("damaged");
        driver.spawnHeld = false;
        assertTrue(driver.alive.contains(driver.triggered("a")), "nothing of the first one is left to wait for");
    }

    @Test
    void theGateOpensOnlyWhenTheIdentityIsOnTheDisk() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.spawnHeld = true;
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.send(driver.launched(run));
        assertEquals(List.of(), driver.seen(EngineEffect.ReleaseProcess.class));
        driver.releaseDisk();
        assertEquals(1, driver.seen(EngineEffect.ReleaseProcess.class).size());
        assertEquals("boot-1", Objects.requireNonNull(Objects.requireNonNull(driver.row(run).start()).process())
            .bootId());
    }

    @Test
    void aCleanExitIsASuccessAndItsEventsComeInOrder() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.pass(Duration.ofSeconds(3));
        driver.exits(run, 0);
        assertEquals(EndReason.SUCCESS, driver.end(run).reason());
        assertEquals(Duration.ofSeconds(3), driver.end(run).duration());
        assertEquals(List.of("run.created a pending", "run.started a running", "run.completed a success"),
                driver.runEvents());
    }

    @Test
    void aFailedStartIsAFailedRunThatTellsWhy() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.spawnFault = "working directory /nowhere does not exist";
        RunId run = driver.triggered("a");
        assertEquals(EndReason.FAILED, driver.end(run).reason());
        assertEquals(-1, driver.end(run).exitCode());
        assertEquals("working directory /nowhere does not exist", driver.row(run).message());
    }

    @Test
    void theTimeLimitCountsFromTheOpeningOfTheGate() {
        EngineDriver driver = new EngineDriver(task("a").timeout(Duration.ofSeconds(30)).make()).begun();
        driver.spawnHeld = true;
        RunId run = driver.triggered("a");
        driver.pass(Duration.ofSeconds(100));
        driver.send(driver.launched(run));
        driver.pass(Duration.ofSeconds(29));
        assertNull(driver.row(run).end());
        driver.pass(Duration.ofSeconds(1));
        assertEquals(EndReason.TIMEOUT, driver.end(run).reason());
        assertEquals(StopCause.TIMEOUT, Objects.requireNonNull(driver.row(run).stop()).cause());
    }

    @Test
    void whatALeaderLeavesGetsTenSecondsThenTheLadder() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.stubborn = true;
        RunId run = driver.triggered("a");
        driver.leaves(run, 0);
        driver.pass(Duration.ofMillis(9_999));
        assertEquals(List.of(), driver.signalsTo(run));
        driver.pass(Duration.ofMillis(1));
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(run));
        driver.pass(Duration.ofSeconds(5));
        assertEquals(List.of(StopSignal.SIGTERM, StopSignal.SIGKILL), driver.signalsTo(run));
        assertEquals(1, driver.seen(EngineEffect.CloseOutput.class).size());
        driver.clears(run);
        assertEquals(EndReason.SUCCESS, driver.end(run).reason(), "what was left does not change what it came to");
    }

    @Test
    void theNextRunWaitsUntilNothingOfTheFormerIsLeft() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        driver.leaves(first, 0);
        driver.pass(Duration.ofSeconds(1));
        assertFalse(driver.alive.contains(second));
        driver.clears(first);
        assertTrue(driver.alive.contains(second));
    }

    @Test
    void aMatchInTheOutputMakesAFailure() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.leaves(run, 0);
        driver.send(new ProcessReport.Cleared(run, EngineDriver.totals(), "output:ERROR"));
        assertEquals(EndReason.FAILED, driver.end(run).reason());
        assertEquals(0, driver.end(run).exitCode());
    }

    @Test
    void aFullLogEndsTheRun() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.send(new ProcessReport.LogOverflowed(run));
        assertEquals(EndReason.LOG_OVERFLOW, driver.end(run).reason());
    }

    @Test
    void messagesAboutRunsThatAreOverChangeNothing() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.exits(run, 0);
        int before = driver.effects.size();
        driver.exits(run, 1);
        driver.send(driver.launched(run));
        driver.send(new ProcessReport.LogOverflowed(run));
        assertEquals(before, driver.effects.size());
    }
}
