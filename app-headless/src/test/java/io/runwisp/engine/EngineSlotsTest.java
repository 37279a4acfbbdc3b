package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.language.RunOnStart;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots, and what is due at a start. */
final class EngineSlotsTest {

    private static List<Instant> slots(EngineDriver driver, String task) {
        return driver.rowsOf(task).stream().map(run -> run.origin().scheduledAt()).toList();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    @Test
    void aSlotBecomesARunAndItsMarkMovesInTheSameBatch() {
        EngineDriver driver = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        driver.pass(Duration.ofMinutes(5));
        assertEquals(List.of(at("10:05:00")), slots(driver, "a"));
        assertEquals(Trigger.CRON, driver.lastOf("a").origin().trigger());
        assertTrue(driver.seen(EngineEffect.WriteJournal.class)
            .stream()
            .anyMatch(batch -> batch.changes().stream().anyMatch(SaveRun.class::isInstance) && batch.changes()
                .stream()
                .anyMatch(change -> change instanceof MoveWatermark(var mark) && mark.at().equals(at("10:05:00")))));
    }

    @Test
    void twoTasksOfOneSlotComeInTheOrderOfTheirNames() {
        EngineDriver driver = new EngineDriver(task("b").cron("5 10 * * *").make(),
                task("a").cron("5 10 * * *").make())
            .begun();
        driver.pass(Duration.ofMinutes(5));
        assertEquals(List.of("a", "b"), driver.rows.values().stream().map(Run::taskName).toList());
    }

    @Test
    void aNewTaskHasNoPast() {
        EngineDriver driver = new EngineDriver(task("a").cron("* * * * *").make()).begun();
        assertEquals(List.of(), driver.rowsOf("a"));
    }

    @Test
    void whatFellIntoTheDowntimeIsMissedAndTheNewestIsRun() {
        EngineDriver before = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        EngineDriver after = new EngineDriver(before.journal, task("a").cron("*/5 * * * *").make());
        after.wall = before.wall.plus(Duration.ofMinutes(21));
        after.begun();
        assertEquals(1, after.rowsOf("a").stream().filter(run -> run.outcome().equals("missed")).count());
        assertEquals(List.of(at("10:20:00")), after.rowsOf("a")
            .stream()
            .filter(run -> !run.outcome().equals("missed"))
            .map(run -> run.origin().scheduledAt())
            .toList());
    }

    @Test
    void aSleepOfTheMachineIsNoticedWhileTheDaemonRuns() {
        EngineDriver driver = new EngineDriver(task("a").cron("*/5 * * * *").catchUp(0).make()).begun();
        driver.wall = driver.wall.plus(Duration.ofHours(1));
        driver.send(new EngineMessage.Woken());
        assertEquals("missed", driver.lastOf("a").outcome());
        assertEquals(1, driver.rowsOf("a").size());
    }

    @Test
    void aLongWaitForASlotIsNoSleep() {
        EngineDriver driver = new EngineDriver(task("a").cron("0 12 * * *").make()).begun();
        driver.pass(Duration.ofHours(3));
        assertEquals(List.of(at("12:00:00")), slots(driver, "a"));
        assertEquals("running", driver.lastOf("a").outcome());
    }

    @Test
    void aClockThatGoesBackFiresNothingTwice() {
        EngineDriver driver = new EngineDriver(task("a").cron("5 10 * * *").make()).begun();
        driver.pass(Duration.ofMinutes(6));
        driver.wall = driver.wall.minus(Duration.ofMinutes(5));
        driver.send(new EngineMessage.Woken());
        driver.pass(Duration.ofMinutes(30));
        assertEquals(1, driver.rowsOf("a").size());
    }

    @Test
    void slotsOfAPausedTaskPassWithoutRowsAndAreNotCaughtUp() {
        EngineDriver driver = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        driver.ask(ticket -> new EngineMessage.PauseTask(ticket, "a"));
        driver.pass(Duration.ofMinutes(21));
        driver.ask(ticket -> new EngineMessage.ResumeTask(ticket, "a"));
        assertEquals(List.of(), driver.rowsOf("a"));
        driver.pass(Duration.ofMinutes(5));
        assertEquals(1, driver.rowsOf("a").size());
        assertEquals("running", driver.lastOf("a").outcome());
    }

    @Test
    void aPauseSurvivesTheEndOfTheDaemon() {
        EngineDriver before = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        before.ask(ticket -> new EngineMessage.PauseTask(ticket, "a"));
        EngineDriver after = new EngineDriver(before.journal,
                task("a").cron("*/5 * * * *").onStart(RunOnStart.DAEMON).make())
            .begun();
        after.pass(Duration.ofMinutes(21));
        assertEquals(List.of(), after.rowsOf("a"), "neither slots nor run_on_start");
    }

    @Test
    void runOnStartIsForEachDaemonAndBootForEachMachine() {
        EngineDriver first = new EngineDriver(task("d").onStart(RunOnStart.DAEMON).make(),
                task("m").onStart(RunOnStart.BOOT).make())
            .begun();
        assertEquals(List.of("d", "m"), first.rows.values().stream().map(Run::taskName).toList());
        assertEquals(Trigger.STARTUP, first.lastOf("m").origin().trigger());
        first.exits(first.lastOf("d").id(), 0);
        first.exits(first.lastOf("m").id(), 0);
        EngineDriver second = new EngineDriver(first.journal, task("d").onStart(RunOnStart.DAEMON).make(),
                task("m").onStart(RunOnStart.BOOT).make())
            .begun();
        assertEquals(List.of("d"), second.rows.values().stream().map(Run::taskName).toList());
    }

    @Test
    void nothingNewStartsWhileTheJournalStandsAndItsSlotsArePlannedAfterwards() {
        EngineDriver driver = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        driver.send(new EngineMessage.JournalStalled("disk full"));
        assertEquals(EngineEffect.Reason.STALLED,
                driver.answer(driver.trigger("a"), EngineEffect.Rejected.class).reason());
        driver.pass(Duration.ofMinutes(11));
        assertEquals(List.of(), driver.rowsOf("a"));
        driver.send(new EngineMessage.JournalRecovered());
        assertEquals(List.of("missed", "running"), driver.rowsOf("a").stream().map(Run::outcome).sorted().toList());
    }

    @Test
    void aJournalThatStandsAtTheStartHoldsEverythingNew() {
        EngineDriver before = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        EngineDriver after = new EngineDriver(before.journal, task("a").cron("*/5 * * * *").make(),
                SampleUnits.service("s").make());
        after.wall = before.wall.plus(Duration.ofMinutes(11));
        after.send(new EngineMessage.JournalStalled("disk full"));
        after.begun();
        assertTrue(after.alive.isEmpty());
        assertEquals(List.of(), after.rowsOf("a"));
        after.send(new EngineMessage.JournalRecovered());
        assertEquals(2, after.alive.size());
        assertEquals(List.of("missed", "running"), after.rowsOf("a").stream().map(Run::outcome).sorted().toList());
    }

    @Test
    void endsDuringAStallAreKeptAndWrittenLater() {
        EngineDriver driver = new EngineDriver(task("a").make()).begun();
        var run = driver.triggered("a");
        var next = driver.triggered("a");
        driver.diskHeld = true;
        driver.send(new EngineMessage.JournalStalled("disk full"));
        driver.exits(run, 0);
        driver.releaseDisk();
        assertEquals("success", driver.row(run).outcome());
        assertTrue(driver.alive.isEmpty(), "nothing new before it is told to be well");
        driver.send(new EngineMessage.JournalRecovered());
        assertEquals(List.of(next), List.copyOf(driver.alive));
    }

    @Test
    void catchUpOfAllRunsInOrderThroughTheQueue() {
        EngineDriver before = new EngineDriver(task("a").cron("*/5 * * * *").catchUp(100).make()).begun();
        EngineDriver after = new EngineDriver(before.journal, task("a").cron("*/5 * * * *")
            .catchUp(100)
            .overlap(OverlapPolicy.QUEUE)
            .make());
        after.wall = before.wall.plus(Duration.ofMinutes(15));
        after.begun();
        assertEquals(List.of(at("10:05:00"), at("10:10:00"), at("10:15:00")), slots(after, "a"));
    }

    @Test
    void aTaskThatIsGoneIsForgottenWithItsMark() {
        EngineDriver before = new EngineDriver(task("a").cron("*/5 * * * *").make()).begun();
        new EngineDriver(before.journal).begun();
        EngineDriver again = new EngineDriver(before.journal, task("a").cron("*/5 * * * *").make());
        again.wall = before.wall.plus(Duration.ofHours(5));
        again.begun();
        assertEquals(List.of(), again.rowsOf("a"));
    }

    @Test
    void startsThatMaySlipComeOneAfterTheOther() {
        EngineDriver driver = new EngineDriver(task("a").cron("0 11 * * *").jitter(Duration.ofMinutes(10)).make(),
                task("b").cron("0 11 * * *").jitter(Duration.ofMinutes(10)).make())
            .begun();
        driver.pass(Duration.ofMinutes(60));
        assertEquals(1, driver.alive.size());
        assertEquals(2, driver.rows.size(), "both rows exist from the slot on");
        driver.pass(Duration.ofMinutes(10));
        assertEquals(2, driver.alive.size(), "at the end of its window it starts whatever the others do");
        assertNull(driver.row(driver.alive.iterator().next()).end());
    }
}
