package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule holds for the time to come: for lists, calendars and forecasts.
 *
 * <p>For {@code @every} the slots are those that follow from a firing at the instant from which is asked.
 */
public record Upcoming(Schedule schedule, ZoneId zone) {

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
