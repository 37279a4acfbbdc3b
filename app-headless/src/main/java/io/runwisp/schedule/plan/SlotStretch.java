package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a stretch of time, oldest first, as far as they were counted.
 *
 * @param slots at most as many as were asked for
 * @param cut whether there are more
 * @param last the last slot of the stretch, whether counted or not; meaningless when there is none
 */
record SlotStretch(List<Slot> slots, boolean cut, Instant last) {

    /** How far slots are counted where nobody needs them all. */
    static final int COUNTED = 1_001;

    /** The slots in {@code (after, until]}; counting ends at {@code limit}. */
    static SlotStretch count(Schedule schedule, ZoneId zone, Instant after, Instant until, int limit) {
        List<Slot> slots = new ArrayList<>();
        Slot slot = schedule.next(after, zone);
        while (slot != null && !slot.at().isAfter(until) && slots.size() < limit) {
            slots.add(slot);
            slot = schedule.next(slot.at(), zone);
        }
        boolean cut = slots.size() == limit;
        Instant counted = slots.isEmpty() ? after : slots.getLast().at();
        Slot last = cut ? last(schedule, zone, counted.minusSeconds(1), until) : null;
        return new SlotStretch(slots, cut, last == null ? counted : last.at());
    }

    /** The newest slots in {@code (after, until]} that run, oldest first, however many there are before them. */
    static List<Instant> newestRuns(Schedule schedule, ZoneId zone, Instant after, Instant until, int count) {
        List<Instant> newest = new ArrayList<>();
        Instant end = until;
        while (newest.size() < count) {
            Slot slot = last(schedule, zone, after, end);
            if (slot == null) {
                break;
            }
            if (slot.runs()) {
                newest.add(slot.at());
            }
            end = slot.at().minusSeconds(1);
        }
        Collections.reverse(newest);
        return newest;
    }

    /** The last slot in {@code (after, until]}, found by halving: a year of seconds takes some thirty looks. */
    private static @Nullable Slot last(Schedule schedule, ZoneId zone, Instant after, Instant until) {
        Slot found = null;
        long width = 1;
        while (found == null) {
            Instant from = until.truncatedTo(ChronoUnit.SECONDS).minusSeconds(width);
            boolean all = !from.isAfter(after);
            found = within(schedule.next(all ? after : from, zone), until);
            if (all && found == null) {
                return null;
            }
            width *= 2;
        }
        long behind = until.getEpochSecond() + 1;
        while (behind - found.at().getEpochSecond() > 1) {
            long middle = Math.floorDiv(behind + found.at().getEpochSecond(), 2);
            Slot later = within(schedule.next(Instant.ofEpochSecond(middle - 1), zone), until);
            if (later == null) {
                behind = middle;
            } else {
                found = later;
            }
        }
        return found;
    }

    private static @Nullable Slot within(@Nullable Slot slot, Instant until) {
        return slot == null || slot.at().isAfter(until) ? null : slot;
    }
}
