package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counting has an end, however long the gap and however dense the schedule. */
class CapsTest {

    @Test
    void aThousandAreCountedAndThenAtLeastOneMore() {
        PlannedTask task = new PlannedTask("* * * * *", "UTC", "2026-07-01 12:00Z").catchUp(0);
        SlotDecision.Missed exact = missed(task.restartAfter("PT1000M"));
        assertEquals(1_000, exact.count());
        assertEquals(exact.at(), exact.createdAt());
        SlotDecision.Missed cut = missed(task.restartAfter("PT5000M30S"));
        assertEquals("at least 1001", (cut.atLeast() ? "at least " : "") + cut.count());
        assertEquals(PlanText.instant("2026-07-05 16:00Z"), cut.at());
        assertEquals(PlanText.instant("2026-07-05 16:00:30Z"), cut.createdAt());
        assertEquals("at least 1001 runs were missed from 2026-07-02 04:41 UTC to 2026-07-05 16:00 UTC because the "
                + "daemon was down; none is run again", cut.reason());
        assertEquals(List.of(), task.wake().decisions());
    }

    @Test
    void aHigherCapCountsFurther() {
        PlannedTask task = new PlannedTask("* * * * *", "UTC", "2026-07-01 12:00Z").catchUp(5_000);
        assertEquals(4_000, task.restartAfter("PT4000M").decisions().size());
        List<SlotDecision> decisions = task.restartAfter("PT9000M").decisions();
        assertEquals(5_001, decisions.size());
        assertEquals(5_001, decisions.stream()
            .filter(SlotDecision.Missed.class::isInstance)
            .mapToInt(missed -> ((SlotDecision.Missed) missed).count())
            .sum());
    }

    @Test
    void aYearOfSecondsIsPlannedInNoTimeAndTheNewestAreKept() {
        PlannedTask task = new PlannedTask("* * * * * *", "UTC", "2026-07-01 12:00Z").catchUp(100);
        Plan plan = assertTimeout(Duration.ofSeconds(2), () -> task.restartAfter("PT8760H"));
        assertEquals(101, plan.decisions().size());
        Instant expected = PlanText.instant("2027-07-01 11:58:21Z");
        for (SlotDecision decision : plan.decisions()) {
            if (decision instanceof SlotDecision.CatchUp again) {
                assertEquals(expected, again.at());
                expected = expected.plusSeconds(1);
            }
        }
        assertEquals(PlanText.instant("2027-07-01 12:00:01Z"), expected);
        assertEquals(PlanText.instant("2027-07-01 12:00Z"), task.mark());
    }

    @Test
    void tenThousandOfABurstFarBackAreFoundInNoTime() {
        PlannedTask task = new PlannedTask("* * * 1 1 *", "UTC", "2026-07-01 12:00Z").catchUp(10_000);
        Plan plan = assertTimeout(Duration.ofSeconds(5), () -> task.restartAfter("PT8760H"));
        assertEquals(10_001, plan.decisions().size());
        assertEquals(PlanText.instant("2027-01-01 23:59:59Z"), plan.decisions().getLast().at());
    }

    @Test
    void aLongPauseIsCountedNoFurther() {
        PlannedTask task = new PlannedTask("* * * * * *", "UTC", "2026-07-01 12:00Z");
        task.pause();
        Plan plan = assertTimeout(Duration.ofSeconds(2), () -> task.after("PT8760H"));
        assertEquals("dropped at least 1001 07-01 12:00:01Z..07-01 12:00Z | never", task.shown(plan));
    }

    private static SlotDecision.Missed missed(Plan plan) {
        assertEquals(1, plan.decisions().size());
        return (SlotDecision.Missed) plan.decisions().getFirst();
    }
}
