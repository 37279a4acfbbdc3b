package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.schedule.plan.Plan.MarkReset;
import io.runwisp.time.ClockReading;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The clock is set, the machine sleeps, the configuration changes: what becomes of the slots. */
class ClockChangesTest {

    @Test
    void aNewTaskHasMissedNothing() {
        PlannedTask task = new PlannedTask("0 2 * * *", "UTC", "2026-07-01 12:00Z");
        assertEquals("nothing | 07-02 02:00Z", task.shown(task.wake()));
        assertEquals(PlanText.instant("2026-07-01 12:00Z"), task.mark());
    }

    @Test
    void aSleepIsAGapLikeAnyOther() {
        PlannedTask task = new PlannedTask("0 * * * *", "UTC", "2026-07-01 12:00Z");
        task.clocks.sleep(Duration.ofMinutes(150));
        Plan plan = task.wake();
        assertEquals(
                "missed 2 07-01 13:00Z..07-01 14:00Z rerun 1, again 07-01 14:00Z | 07-01 15:00Z", task.shown(plan));
        assertEquals("2 runs were missed from 2026-07-01 13:00 UTC to 2026-07-01 14:00 UTC because the host was asleep "
                + "for 2h30m; the newest one is run now", plan.decisions().getFirst().reason());
    }

    @Test
    void aClockSetForwardIsAGapToo() {
        PlannedTask task = new PlannedTask("0 * * * *", "UTC", "2026-07-01 12:00Z").catchUp(0);
        task.clocks.step(Duration.ofHours(1));
        Plan plan = task.wake();
        assertEquals("missed 1 07-01 13:00Z rerun 0 | 07-01 14:00Z", task.shown(plan));
        assertEquals("1 run was missed at 2026-07-01 13:00 UTC because the clock was set forward by 1h; "
                + "none is run again", plan.decisions().getFirst().reason());
    }

    @Test
    void aSmallStepForwardMakesSlotsLateAndNoMore() {
        PlannedTask task = new PlannedTask("0 * * * *", "UTC", "2026-07-01 12:59:30Z").catchUp(0);
        task.clocks.step(Duration.ofSeconds(59));
        assertEquals("fire 07-01 13:00Z | 07-01 14:00Z", task.shown(task.wake()));
    }

    @Test
    void setBackSlotsThatWereFiredWaitForTheTimeThatWasReached() {
        PlannedTask task = new PlannedTask("0 8-18 * * *", "UTC", "2026-07-01 11:30Z");
        assertEquals("fire 07-01 12:00Z | 07-01 13:00Z", task.shown(task.after("PT30M10S")));
        task.clocks.step(Duration.ofHours(-2));
        Plan plan = task.wake();
        assertEquals("nothing | 07-01 13:00Z", task.shown(plan));
        Plan.Held held = Objects.requireNonNull(plan.held());
        assertEquals("the clock was set back: slots up to 2026-07-01 12:00 UTC were fired already and are not fired "
                + "again", held.reason());
        assertEquals("nothing | 07-01 13:00Z", task.shown(task.after("PT2H")));
        assertNull(task.wake().held());
        assertEquals("fire 07-01 13:00Z | 07-01 14:00Z", task.shown(task.after("PT1H")));
    }

    @Test
    void setBackAWildcardHourKeepsItsRhythm() {
        PlannedTask task = new PlannedTask("*/5 * * * *", "UTC", "2026-07-01 11:59Z");
        assertEquals("fire 07-01 12:00Z | 07-01 12:05Z", task.shown(task.after("PT1M")));
        task.clocks.step(Duration.ofMinutes(-61));
        Plan plan = task.wake();
        assertEquals("nothing | 07-01 11:00Z", task.shown(plan));
        assertEquals(MarkReset.Cause.RHYTHM_KEPT, cause(plan));
        assertEquals("fire 07-01 11:00Z | 07-01 11:05Z", task.shown(task.after("PT1M")));
    }

    /** A correction of a fraction of a second after a slot must not fire that slot again. */
    @Test
    void aCorrectionFiresNothingTwice() {
        for (String line : List.of("*/5 * * * *", "0 8-18 * * *", "* * * * * *", "@every 5s")) {
            PlannedTask task = new PlannedTask(line, "UTC", "2026-07-01 11:59:59Z");
            task.after("PT1.01S");
            task.clocks.step(Duration.ofMillis(-200));
            assertEquals(List.of(), task.wake().decisions(), line);
            assertEquals(List.of(), task.after("PT0.5S").decisions(), line);
        }
    }

    @Test
    void everySecondGoesOnAfterHalfAMinuteBack() {
        PlannedTask task = new PlannedTask("* * * * * *", "UTC", "2026-07-01 12:00Z");
        task.after("PT1S");
        task.clocks.step(Duration.ofSeconds(-30));
        task.wake();
        assertEquals("fire 07-01 11:59:32Z | 07-01 11:59:33Z", task.shown(task.after("PT1S")));
    }

    @Test
    void setBackByMoreThanADayCountsFromNow() {
        PlannedTask task = new PlannedTask("0 2 * * *", "UTC", "2026-07-10 01:00Z");
        assertEquals("fire 07-10 02:00Z | 07-11 02:00Z", task.shown(task.after("PT1H")));
        task.clocks.step(Duration.ofHours(-25));
        Plan plan = task.wake();
        assertEquals("nothing | 07-09 02:00Z", task.shown(plan));
        assertEquals(MarkReset.Cause.CLOCK_FAR_BACK, cause(plan));
    }

    @Test
    void setBackWhileTheDaemonIsDownIsNoticedAtTheStart() {
        PlannedTask task = new PlannedTask("0 2 * * *", "UTC", "2026-07-10 01:00Z");
        task.after("PT1H");
        task.clocks.step(Duration.ofHours(-3));
        Plan plan = task.restartAfter("PT1M");
        assertEquals("nothing | 07-11 02:00Z", task.shown(plan));
        assertNotNull(plan.held());
    }

    @Test
    void aChangedScheduleCountsFromNowWithoutARow() {
        PlannedTask task = new PlannedTask("0 * * * *", "UTC", "2026-07-01 12:00Z");
        task.reload("30 * * * *");
        Plan plan = task.restartAfter("PT5H");
        assertEquals("nothing | 07-01 17:30Z", task.shown(plan));
        assertEquals(MarkReset.Cause.EXPRESSION_CHANGED, cause(plan));
        task.reload("TZ=Asia/Kolkata 30 * * * *");
        assertEquals(MarkReset.Cause.EXPRESSION_CHANGED, cause(task.wake()));
    }

    @Test
    void aChangedZoneCountsFromNowWithoutARow() {
        ScheduleMark mark = ScheduleMark.of(PlanText.instant("2026-07-01 12:00Z"), PlanText.schedule("0 9 * * *"),
                ZoneId.of("UTC"));
        Plan plan = SlotPlanner.plan(
                new PlanInput("t", PlanText.schedule("0 9 * * *"), ZoneId.of("Asia/Tokyo"), mark, null, 1,
                        false, Interruption.DAEMON_DOWN),
                new ClockReading(PlanText.instant("2026-07-05 12:00Z"), 0));
        assertEquals(List.of(), plan.decisions());
        assertEquals(MarkReset.Cause.ZONE_CHANGED, cause(plan));
        assertEquals("Asia/Tokyo", plan.mark().zone());
    }

    @Test
    void aPausePassesWithoutRunsAndIsNotCaughtUp() {
        PlannedTask task = new PlannedTask("0 * * * *", "UTC", "2026-07-01 12:00Z").catchUp(100);
        task.pause();
        assertEquals("dropped 2 07-01 13:00Z..07-01 14:00Z | never", task.shown(task.after("PT2H30M")));
        assertEquals("dropped 1 07-01 15:00Z | never", task.shown(task.restartAfter("PT1H")));
        assertEquals("dropped 1 07-01 16:00Z", task.text.decisions(resumedAfter(task, "PT1H")));
        assertEquals("nothing | 07-01 17:00Z", task.shown(task.wake()));
        assertEquals("fire 07-01 17:00Z | 07-01 18:00Z", task.shown(task.after("PT30M")));
    }

    private static Plan resumedAfter(PlannedTask task, String duration) {
        task.clocks.advance(Duration.parse(duration));
        return task.resume();
    }

    @Test
    void aSlotOfTheVeryMomentOfAPauseStillFires() {
        PlannedTask task = new PlannedTask("0 * * * *", "UTC", "2026-07-01 12:00Z");
        task.clocks.advance(Duration.ofHours(1));
        assertEquals("fire 07-01 13:00Z", task.text.decisions(task.pause()));
        assertEquals("dropped 1 07-01 14:00Z | never", task.shown(task.after("PT1H")));
    }

    @Test
    void everyReasonNamesTheWallClockOfItsZone() {
        PlannedTask task = new PlannedTask("30 2 * * *", "Europe/Bratislava", "2026-10-25 02:31+02");
        assertEquals("the wall clock shows 2026-10-25 02:30 Europe/Bratislava for the second time, because clocks went "
                + "back from 03:00 to 02:00; the first time counted",
                task.after("PT1H").decisions().getFirst().reason());
        PlannedTask spring = new PlannedTask("15,45 2 * * *", "Europe/Bratislava", "2026-03-29 03:20+02");
        String reason = spring.after("PT25M").decisions().getFirst().reason();
        assertTrue(
                reason.startsWith("there was no 2026-03-29 02:45 Europe/Bratislava, because clocks went forward from "
                        + "02:00 to 03:00"),
                reason);
    }

    private static MarkReset.@Nullable Cause cause(Plan plan) {
        return plan.reset() == null ? null : plan.reset().cause();
    }
}
