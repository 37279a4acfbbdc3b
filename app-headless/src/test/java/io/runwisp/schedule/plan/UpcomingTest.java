package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.runwisp.schedule.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpcomingTest {

    private static final ZoneId BRATISLAVA = ZoneId.of("Europe/Bratislava");
    private static final Instant BEFORE_AUTUMN = PlanText.instant("2026-10-25 00:00+02");

    private final Upcoming daily = new Upcoming(PlanText.schedule("30 2 * * *"), BRATISLAVA);

    @Test
    void slotsThatWillNotRunAreListedAsSuch() {
        assertEquals(
                List.of(Slot.Fate.RUN, Slot.Fate.REPEATED, Slot.Fate.RUN),
                daily.first(3, BEFORE_AUTUMN).stream().map(Slot::fate).toList());
    }

    @Test
    void aListEndsWithItsLimitOrItsTime() {
        Instant until = PlanText.instant("2026-10-26 02:30+01");
        assertEquals(3, daily.between(BEFORE_AUTUMN, until, 100).size());
        assertEquals(2, daily.between(BEFORE_AUTUMN, until.minusSeconds(1), 100).size());
        assertEquals(1, daily.between(BEFORE_AUTUMN, until, 1).size());
    }

    @Test
    void theNextRunPassesOverSlotsThatWillNotRun() {
        assertEquals(
                PlanText.instant("2026-10-26 02:30+01"),
                daily.nextRun(PlanText.instant("2026-10-25 02:30+02")));
        assertNull(new Upcoming(PlanText.schedule("0 0 30 2 *"), BRATISLAVA).nextRun(BEFORE_AUTUMN));
    }

    @Test
    void whatTheScheduleSaysAboutOneSecondIsAnsweredWithItsNeighbours() {
        SlotAnswer due = daily.at(PlanText.instant("2026-10-25 02:30+02"));
        assertEquals(SlotAnswer.Verdict.DUE, due.verdict());
        SlotAnswer repeated = daily.at(PlanText.instant("2026-10-25 02:30+01"));
        assertEquals(SlotAnswer.Verdict.REPEATED, repeated.verdict());
        assertEquals(PlanText.instant("2026-10-25 02:30+02"), repeated.runBefore());
        assertEquals(PlanText.instant("2026-10-26 02:30+01"), repeated.runAfter());
        SlotAnswer collapsed = new Upcoming(PlanText.schedule("15,45 2 * * *"), BRATISLAVA)
            .at(PlanText.instant("2026-03-29 03:45:00.500+02"));
        assertEquals(SlotAnswer.Verdict.COLLAPSED, collapsed.verdict());
        SlotAnswer notDue = daily.at(PlanText.instant("2026-10-25 02:31+02"));
        assertEquals(SlotAnswer.Verdict.NOT_DUE, notDue.verdict());
        assertEquals("\"30 2 * * *\" is not due at 2026-10-25 02:31 Europe/Bratislava", notDue.reason());
    }

    /** The middle of two times before 1970 was one of a far future. */
    @Test
    void slotsBeforeTheBeginningOfCountedTimeHaveNeighboursToo() {
        SlotAnswer dawn = daily.at(PlanText.instant("1970-01-01 02:30+01"));
        assertEquals(SlotAnswer.Verdict.DUE, dawn.verdict());
        assertEquals(PlanText.instant("1969-12-31 02:30+01"), dawn.runBefore());
        assertEquals(PlanText.instant("1954-07-01 02:30+01"),
                daily.at(PlanText.instant("1954-07-02 02:30+01")).runBefore());
    }

    @Test
    void decisionsOfManyTasksAreInOrderOfSlotThenName() {
        PlannedTask late = new PlannedTask("* * * * *", "UTC", "2026-07-01 12:00Z").catchUp(2);
        Plan plan = late.restartAfter("PT2M");
        Plan other = new Plan("s", plan.decisions(), plan.mark(), null, null, null, null);
        assertEquals(
                List.of("s 12:01", "t 12:01", "s 12:02", "t 12:02"),
                SlotPlanner.inOrder(List.of(plan, other))
                    .stream()
                    .map(planned -> planned.task() + " " + planned.decision().at().toString().substring(11, 16))
                    .toList());
    }

    @Test
    void theRowOfAGapComesBeforeTheRunsOfItsLastSlot() {
        Plan plan = new PlannedTask("* * * * *", "UTC", "2026-07-01 12:00Z").restartAfter("PT2M");
        assertEquals(
                List.of(SlotDecision.Missed.class, SlotDecision.CatchUp.class),
                SlotPlanner.inOrder(List.of(plan)).stream().map(planned -> planned.decision().getClass()).toList());
    }
}
