package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.Plan.MarkReset.Cause;
import io.runwisp.time.ClockReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the plans of one task, one after the other, against the reference and against each other. */
final class PlanChecker {

    private final TreeSet<Instant> started = new TreeSet<>();
    private @Nullable Instant lastMark;
    private long slots;

    /** How many slots were accounted for. */
    long slots() {
        return slots;
    }

    /** The slots for which a run was started. */
    Set<Instant> started() {
        return started;
    }

    void check(PlanInput input, ClockReading now, Plan plan) {
        Instant begin = begin(input, plan);
        NaivePlanner naive = new NaivePlanner(input, begin, now.wall());
        List<Slot> due = naive.slots();
        assertEquals(naive.accounts(), accounts(plan, due), "accounts");
        assertEquals(due.isEmpty() ? begin : due.getLast().at(), plan.mark().at(), "mark");
        assertEquals(wake(input, plan), plan.nextWake(), "next wake");
        assertInOrder(plan);
        assertNothingStartsTwice(plan);
        slots += due.size();
        lastMark = plan.mark().at();
    }

    /** From where the plan counts; the mark goes back only when the plan says so, and only with the clock. */
    private Instant begin(PlanInput input, Plan plan) {
        Plan.MarkReset reset = plan.reset();
        ScheduleMark mark = input.mark();
        if (reset == null) {
            Instant known = mark == null ? plan.mark().at() : mark.at();
            assertTrue(mark != null, "a new task must be told of");
            assertTrue(lastMark == null || !plan.mark().at().isBefore(lastMark), "the mark went back");
            return known;
        }
        if (reset.cause() == Cause.RHYTHM_KEPT || reset.cause() == Cause.CLOCK_FAR_BACK) {
            assertTrue(mark != null && plan.mark().at().isBefore(mark.at()), "reset without a clock set back");
            started.tailSet(plan.mark().at(), false).clear();
        }
        return plan.mark().at();
    }

    private static @Nullable Instant wake(PlanInput input, Plan plan) {
        Slot next = input.schedule().next(plan.mark().at(), input.zone());
        return input.paused() || next == null ? null : next.at();
    }

    private static void assertInOrder(Plan plan) {
        List<SlotDecision> sorted = new ArrayList<>(plan.decisions());
        sorted.sort(Comparator.comparing(SlotDecision::at));
        assertEquals(sorted, plan.decisions(), "order");
        plan.decisions().forEach(decision -> assertFalse(decision.reason().isBlank()));
    }

    private void assertNothingStartsTwice(Plan plan) {
        for (SlotDecision decision : plan.decisions()) {
            if (decision instanceof SlotDecision.Fire || decision instanceof SlotDecision.CatchUp) {
                assertTrue(started.add(decision.at()), () -> decision + " was started before");
            }
        }
    }

    /** What the plan says about each slot, in the words of the reference; a slot without an account has no line. */
    private static List<String> accounts(Plan plan, List<Slot> due) {
        Set<Instant> again = plan.decisions()
            .stream()
            .filter(SlotDecision.CatchUp.class::isInstance)
            .map(SlotDecision::at)
            .collect(Collectors.toCollection(HashSet::new));
        List<String> accounts = new ArrayList<>();
        for (SlotDecision decision : plan.decisions()) {
            switch (decision) {
                case SlotDecision.Fire fire -> accounts.add(fire.at() + " fired");
                case SlotDecision.CatchUp caught -> accounts.add(caught.at() + " again");
                case SlotDecision.DstSkipped skipped -> accounts.add(skipped.at() + " " + skipped.fate());
                case SlotDecision.DroppedByPause dropped -> {
                    long covered = cover(due, dropped.first(), dropped.at(), accounts, " dropped");
                    assertEquals(covered, dropped.count(), "count of what the pause dropped");
                }
                case SlotDecision.Missed missed -> {
                    List<Slot> lost = due.stream().filter(slot -> slot.runs() && !again.contains(slot.at())).toList();
                    long covered = cover(lost, missed.first(), missed.at(), accounts, " missed");
                    assertEquals(covered + missed.rerun(), missed.count(), "count of what was missed");
                    accounts.add("row of " + missed.count() + " at " + missed.createdAt());
                }
            }
        }
        accounts.sort(null);
        return accounts;
    }

    private static long cover(List<Slot> slots, Instant first, Instant last, List<String> accounts, String account) {
        List<Slot> covered = slots.stream()
            .filter(slot -> !slot.at().isBefore(first) && !slot.at().isAfter(last))
            .toList();
        covered.forEach(slot -> accounts.add(slot.at() + account));
        return covered.size();
    }
}
