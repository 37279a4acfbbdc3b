package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.service;
import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a start takes up, and how everything ends. */
final class BeginAndEndTest {

    private static boolean finished(EngineDriver driver) {
        return !driver.seen(EngineEffect.Finished.class).isEmpty();
    }

    @Test
    void runsThatWaitedStandInLineAgainInTheirOrder() {
        EngineDriver before = new EngineDriver(task("a").make()).begun();
        RunId first = before.triggered("a");
        RunId second = before.triggered("a");
        RunId third = before.triggered("a");
        before.exits(first, 0);
        before.exits(second, 0);
        before.exits(third, 0);
        EngineDriver held = new EngineDriver(before.journal, task("a").make()).begun();
        held.spawnHeld = true;
        RunId launching = held.triggered("a");
        RunId waiting = held.triggered("a");
        EngineDriver after = new EngineDriver(before.journal, task("a").make()).begun();
        assertEquals(List.of(launching), List.copyOf(after.alive));
        after.exits(launching, 0);
        assertEquals(List.of(waiting), List.copyOf(after.alive));
    }

    @Test
    void whatWaitedForAServiceOrForNobodyEndsWithAReason() {
        EngineDriver before = new EngineDriver(service("s").make(), task("a").make());
        before.spawnHeld = true;
        before.begun();
        RunId orphan = before.triggered("a");
        RunId replica = before.lastOf("s").id();
        EngineDriver after = new EngineDriver(before.journal, service("s").make()).begun();
        assertEquals("failed", after.row(replica).outcome());
        assertEquals("skipped", after.row(orphan).outcome());
        assertEquals(1, after.aliveOf("s").size());
    }

    @Test
    void theRunningOnesOfADeadDaemonHaveCrashedAndAreTriedAgain() {
        EngineDriver before = new EngineDriver(task("a").retry(1, BackoffCurve.CONSTANT, Duration.ofSeconds(5)).make(),
                task("b").make())
            .begun();
        RunId retried = before.triggered("a");
        RunId other = before.triggered("b");
        before.diskHeld = false;
        before.stubborn = true;
        before.ask(ticket -> new EngineMessage.StopRun(ticket, other));
        List<UnitDefinition> units = List.of(
                task("a").retry(1, BackoffCurve.CONSTANT, Duration.ofSeconds(5)).make(), task("b").make());
        List<RunJournalChange> changes = CrashRecovery.changes(before.journal.recover(),
                Map.of(retried, "2 processes of it were found, and ended"), units, before.wall, new EventText() {
                    @Override
                    public String ofRun(Run run, @Nullable String error) {
                        return run.taskName();
                    }

                    @Override
                    public String ofUnit(String unit, String text) {
                        return unit;
                    }
                });
        Receipts.of(before.journal, changes.toArray(RunJournalChange[]::new));
        Run crashed = before.journal.find(retried).orElseThrow();
        assertEquals(EndReason.CRASHED, Objects.requireNonNull(crashed.end()).reason());
        assertEquals(RunEnd.UNSEEN, Objects.requireNonNull(crashed.end()).exitCode());
        assertEquals("the daemon died while it ran, so its exit was not seen; 2 processes of it were found, and ended",
                crashed.message());
        assertNotNull(crashed.nextRetryAt());
        assertEquals("the daemon died while it ran, so its exit was not seen; it had been told to end before (manual); "
                + "nothing of it was found alive", before.journal.find(other).orElseThrow().message());
        EngineDriver after = new EngineDriver(before.journal, units.getFirst(), units.getLast()).begun();
        after.pass(Duration.ofSeconds(5));
        assertEquals(retried, after.lastOf("a").origin().retryOf());
    }

    @Test
    void anIdleDaemonEndsAtOnce() {
        EngineDriver driver = new EngineDriver(task("a").cron("* * * * *").make()).begun();
        driver.send(new EngineMessage.Shutdown());
        assertTrue(finished(driver));
        assertTrue(driver.events().contains("daemon.stopping : the daemon ends"));
    }

    @Test
    void nothingNewStartsOnceTheEndHasBegun() {
        EngineDriver driver = new EngineDriver(task("a").make(), service("s").make()).begun();
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        driver.stubborn = true;
        driver.send(new EngineMessage.Shutdown());
        assertEquals(EngineEffect.Reason.STOPPING,
                driver.answer(driver.trigger("a"), EngineEffect.Rejected.class).reason());
        driver.pass(Duration.ofSeconds(6));
        assertTrue(finished(driver));
        assertEquals("stopped", driver.row(first).outcome());
        assertEquals("pending", driver.row(second).outcome(), "it waits for the next daemon");
        assertEquals(1, driver.rowsOf("s").size());
    }

    @Test
    void dependantsEndBeforeThoseThatTheyDependOnAndNobodyElseWaits() {
        EngineDriver driver = new EngineDriver(service("app").dependsOn("db").make(), service("db").make(),
                service("else").make(), task("a").make())
            .begun();
        driver.pass(Duration.ofSeconds(5));
        RunId run = driver.triggered("a");
        RunId app = driver.aliveOf("app").getFirst();
        RunId db = driver.aliveOf("db").getFirst();
        RunId other = driver.aliveOf("else").getFirst();
        driver.stubborn = true;
        driver.send(new EngineMessage.Shutdown());
        for (RunId told : List.of(run, app, other)) {
            assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(told));
        }
        assertEquals(List.of(), driver.signalsTo(db));
        driver.pass(Duration.ofSeconds(5));
        assertFalse(driver.alive.contains(app));
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(db));
        driver.pass(Duration.ofSeconds(5));
        assertTrue(finished(driver));
    }

    @Test
    void atTheCeilingEverythingIsKilledAndRecordedAsStopped() {
        EngineDriver driver = new EngineDriver(task("a").grace(Duration.ofMinutes(5)).make()).begun();
        RunId run = driver.triggered("a");
        driver.stubborn = true;
        driver.send(new EngineMessage.Shutdown());
        driver.pass(Duration.ofMillis(9_999));
        assertFalse(finished(driver));
        driver.pass(Duration.ofMillis(1));
        assertEquals(List.of(StopSignal.SIGTERM, StopSignal.SIGKILL), driver.signalsTo(run));
        assertEquals("stopped", driver.row(run).outcome());
        assertTrue(finished(driver));
    }

    @Test
    void theSecondRequestToEndKillsAtOnce() {
        EngineDriver driver = new EngineDriver(task("a").grace(Duration.ofMinutes(5)).make()).begun();
        RunId run = driver.triggered("a");
        driver.stubborn = true;
        driver.send(new EngineMessage.Shutdown());
        driver.send(new EngineMessage.Shutdown());
        assertEquals("stopped", driver.row(run).outcome());
        assertTrue(finished(driver));
    }

    @Test
    void aStalledJournalHoldsTheEndForTheCeilingAtMost() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        driver.triggered("a");
        driver.diskHeld = true;
        driver.send(new EngineMessage.JournalStalled("disk full"));
        driver.send(new EngineMessage.Shutdown());
        driver.pass(Duration.ofSeconds(9));
        assertFalse(finished(driver));
        driver.pass(Duration.ofSeconds(4));
        assertTrue(finished(driver));
        assertEquals(1, driver.seen(EngineEffect.Finished.class).size());
    }

    @Test
    void afterTheKillADiskHasTwoSecondsForAllThatIsLeft() {
        EngineDriver driver = new EngineDriver(task("a").grace(Duration.ofMinutes(5)).make()).begun();
        driver.triggered("a");
        driver.stubborn = true;
        driver.diskHeld = true;
        driver.send(new EngineMessage.Shutdown());
        driver.pass(Duration.ofSeconds(10));
        driver.pass(Duration.ofMillis(1500));
        driver.letDiskCatchUp();
        assertFalse(finished(driver));
        driver.pass(Duration.ofMillis(600));
        assertTrue(finished(driver));
    }

    @Test
    void aRunThatFinishesInsideTheWindowKeepsItsStatus() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.diskHeld = true;
        driver.send(new EngineMessage.Shutdown());
        driver.exits(run, 0);
        driver.releaseDisk();
        assertEquals("success", driver.row(run).outcome());
        assertTrue(finished(driver));
    }

    @Test
    void whoAsksBeforeTheStartIsAnsweredToo() {
        EngineDriver driver = new EngineDriver(task("a").make());
        assertEquals(EngineEffect.Reason.NOT_NOW,
                driver.answer(driver.trigger("a"), EngineEffect.Rejected.class).reason());
    }

    @Test
    void anEndBeforeTheStartIsAnEnd() {
        EngineDriver driver = new EngineDriver(task("a").make());
        driver.send(new EngineMessage.Shutdown());
        assertTrue(finished(driver));
    }
}
