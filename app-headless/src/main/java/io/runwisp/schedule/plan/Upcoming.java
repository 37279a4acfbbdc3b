package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.SlotAnswer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule holds for the time to come: for lists, calendars and forecasts.
 *
 * <p>For {@code @every} the slots are those that follow from a firing at the instant from which is asked.
 */
public record Upcoming(Schedule schedule, ZoneId zone) {

    private static final Duration A_YEAR = Duration.ofDays(366);

    /** The first slots strictly after an instant, those that will not run included. */
    public List<Slot> first(int count, Instant after) {
        return list(after, Instant.MAX, count);
    }

    /** The slots in {@code (after, until]}, at most {@code limit} of them, those that will not run included. */
    public List<Slot> between(Instant after, Instant until, int limit) {
        return list(after, until, limit);
    }

    /** The first slot strictly after an instant that will run; null when there is none. */
    public @Nullable Instant nextRun(Instant after) {
        Slot slot = schedule.next(after, zone);
        while (slot != null && !slot.runs()) {
            slot = schedule.next(slot.at(), zone);
        }
        return slot == null ? null : slot.at();
    }

    /** What the schedule says about the second of an instant. It is meant for cron lines: an interval has no fixed slots. */
    public SlotAnswer at(Instant asked) {
        Instant second = asked.truncatedTo(ChronoUnit.SECONDS);
        PlanTexts texts = new PlanTexts(effectiveZone());
        Slot next = schedule.next(second.minusSeconds(1), zone);
        List<Instant> before = SlotStretch.newestRuns(schedule, zone, second.minus(A_YEAR), second.minusSeconds(1), 1);
        Instant runBefore = before.isEmpty() ? null : before.getFirst();
        if (next == null || !next.at().equals(second)) {
            String reason = "\"" + schedule.text() + "\" is not due at " + texts.wall(second);
            return new SlotAnswer(second, Verdict.NOT_DUE, reason, runBefore, nextRun(second));
        }
        Verdict verdict = switch (next.fate()) {
            case RUN -> Verdict.DUE;
            case REPEATED -> Verdict.REPEATED;
            case COLLAPSED -> Verdict.COLLAPSED;
        };
        String reason = next.runs() ? texts.fire(second, Duration.ZERO) : texts.skipped(next).reason();
        return new SlotAnswer(second, verdict, reason, runBefore, nextRun(second));
    }

    private ZoneId effectiveZone() {
        ZoneId own = schedule.zone();
        return own == null ? zone : own;
    }

    private List<Slot> list(Instant after, Instant until, int limit) {
        List<Slot> slots = new ArrayList<>();
        Slot slot = schedule.next(after, zone);
        while (slot != null && slots.size() < limit && !slot.at().isAfter(until)) {
            slots.add(slot);
            slot = schedule.next(slot.at(), zone);
        }
        return slots;
    }
}
