package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a run while others of its task are in flight. */
final class OverlapTest {

    @Test
    void theQueueIsFirstInFirstOut() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        RunId third = driver.triggered("a");
        assertEquals(List.of(first), List.copyOf(driver.alive));
        driver.exits(first, 0);
        assertEquals(List.of(second), List.copyOf(driver.alive));
        driver.exits(second, 0);
        assertEquals(List.of(third), List.copyOf(driver.alive));
    }

    @Test
    void beyondItsCapTheQueueIsFullAndTheRowSaysSo() {
        EngineDriver driver = new EngineDriver(task("a").maxQueued(1).make()).begun();
        driver.triggered("a");
        driver.triggered("a");
        Run full = driver.answer(driver.trigger("a"), EngineEffect.Triggered.class).run();
        assertEquals("queue_full", full.outcome());
        assertEquals("1 runs wait already, and max_queued allows no more", full.message());
        assertTrue(driver.events().contains("run.created a queue_full"), "it is told of");
        assertTrue(driver.events().contains("run.failed a queue_full"), "and so is its end");
    }

    @Test
    void aQueueOfNoneIsFullAtOnce() {
        EngineDriver driver = new EngineDriver(task("a").maxQueued(0).make()).begun();
        driver.triggered("a");
        assertEquals("queue_full", driver.answer(driver.trigger("a"), EngineEffect.Triggered.class).run().outcome());
    }

    @Test
    void aNewcomerNeverOvertakesWhoWaits() {
        EngineDriver driver = new EngineDriver(task("a").parallel(2).make()).begun();
        RunId first = driver.triggered("a");
        driver.triggered("a");
        RunId waits = driver.triggered("a");
        driver.diskHeld = true;
        driver.exits(first, 0);
        long newcomer = driver.trigger("a");
        driver.releaseDisk();
        RunId late = driver.answer(newcomer, EngineEffect.Triggered.class).run().id();
        assertTrue(driver.alive.contains(waits));
        assertFalse(driver.alive.contains(late));
    }

    @Test
    void skipLeavesTheRunningOneAlone() {
        EngineDriver driver = new EngineDriver(task("a").overlap(OverlapPolicy.SKIP).make()).begun();
        RunId first = driver.triggered("a");
        Run skipped = driver.answer(driver.trigger("a"), EngineEffect.Triggered.class).run();
        assertEquals("skipped", skipped.outcome());
        assertFalse(skipped.end() != null && skipped.end().failure());
        assertEquals(List.of(first), List.copyOf(driver.alive));
    }

    @Test
    void terminateWaitsForItsVictim() {
        EngineDriver driver = new EngineDriver(task("a").overlap(OverlapPolicy.TERMINATE).make()).begun();
        driver.stubborn = true;
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        assertEquals(List.of(StopSignal.SIGTERM), driver.signalsTo(first));
        assertFalse(driver.alive.contains(second), "never two at once");
        driver.pass(Duration.ofSeconds(5));
        assertEquals("stopped", driver.row(first).outcome());
        assertEquals("stopped because a newer run, " + second + ", takes its place", driver.row(first).message());
        assertTrue(driver.alive.contains(second));
    }

    @Test
    void rapidTriggersUnderTerminateDoNotPileUp() {
        EngineDriver driver = new EngineDriver(task("a").overlap(OverlapPolicy.TERMINATE).make()).begun();
        driver.stubborn = true;
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        RunId third = driver.triggered("a");
        assertEquals("stopped", driver.row(second).outcome(), "it waited, and was replaced before it began");
        driver.pass(Duration.ofSeconds(5));
        assertEquals(List.of(third), List.copyOf(driver.alive));
        assertEquals(List.of(StopSignal.SIGTERM, StopSignal.SIGKILL), driver.signalsTo(first));
    }

    @Test
    void terminateEndsOnlyTheSurplusOldestFirst() {
        EngineDriver driver = new EngineDriver(task("a").parallel(2).overlap(OverlapPolicy.TERMINATE).make()).begun();
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        RunId third = driver.triggered("a");
        assertEquals("stopped", driver.row(first).outcome());
        assertEquals(List.of(second, third), List.copyOf(driver.alive));
    }

    @Test
    void aTaskThatIsStoppedLosesItsQueueAndKeepsItsSchedule() {
        EngineDriver driver = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        RunId first = driver.triggered("a");
        RunId second = driver.triggered("a");
        driver.ask(ticket -> new EngineMessage.StopUnit(ticket, "a"));
        assertEquals("stopped", driver.row(first).outcome());
        assertEquals("stopped", driver.row(second).outcome());
        assertNull(driver.row(second).start());
        driver.pass(Duration.ofMinutes(5));
        assertEquals(3, driver.rowsOf("a").size());
    }

    @Test
    void whatCannotBeTriggeredIsRejectedAndHasNoRow() {
        EngineDriver driver = new EngineDriver(task("a").notByHand().make(), SampleUnits.service("s").make()).begun();
        int rows = driver.rows.size();
        assertEquals(EngineEffect.Reason.FORBIDDEN, reason(driver, "a"));
        assertEquals(EngineEffect.Reason.WRONG_KIND, reason(driver, "s"));
        assertEquals(EngineEffect.Reason.UNKNOWN, reason(driver, "x"));
        assertEquals(rows, driver.rows.size());
    }

    @Test
    void aRunThatIsOverCannotBeStopped() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        RunId run = driver.triggered("a");
        driver.exits(run, 0);
        assertInstanceOf(EngineEffect.Rejected.class,
                driver.ask(ticket -> new EngineMessage.StopRun(ticket, run)));
    }

    private static EngineEffect.Reason reason(EngineDriver driver, String unit) {
        return driver.answer(driver.trigger(unit), EngineEffect.Rejected.class).reason();
    }
}
