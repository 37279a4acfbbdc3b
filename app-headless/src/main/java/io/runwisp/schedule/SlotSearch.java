package io.runwisp.schedule;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Finds the slots of a set of wall clock times in one zone.
 *
 * <p>Time is cut at the zone's offset changes; between two of them the wall clock runs straight and the calendar alone
 * decides. Around a change these rules hold, and none of them needs memory, so that a restart in the middle changes
 * nothing:
 * <ul>
 * <li>spring, for every schedule: a time that the wall clock jumps over is due at the instant that the offset before
 * the jump gives (02:30 becomes 03:30). Of several such times in one gap the first runs and the others are
 * {@link Slot.Fate#COLLAPSED}; one that meets an ordinary time is that ordinary time;</li>
 * <li>autumn: a time that the wall clock shows for the second time is {@link Slot.Fate#REPEATED}, unless the hour field
 * is a wildcard: such a schedule keeps its rhythm.</li>
 * </ul>
 * No zone changes its offset twice within the length of one gap or overlap, so the last change before an instant is all
 * that matters.
 */
record SlotSearch(WallTimes times, ZoneRules rules) {

    private static final long SECONDS_OF_YEAR = 31_556_952;
    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    /** The first slot strictly after {@code after}, or null when there is none within the horizon. */
    @Nullable
    Slot next(Instant after) {
        long from = Math.max(after.getEpochSecond(), EARLIEST) + 1;
        long horizon = Math.min(from + CronSchedule.HORIZON_YEARS * SECONDS_OF_YEAR, LATEST);
        while (from < horizon) {
            ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochSecond(from));
            long end = change == null ? horizon : Math.min(change.toEpochSecond(), horizon);
            Slot slot = firstOfStretch(from, end);
            if (slot != null) {
                return slot;
            }
            from = end;
        }
        return null;
    }

    /** The first slot in {@code [from, end)}, a stretch in which the offset does not change. */
    private @Nullable Slot firstOfStretch(long from, long end) {
        // Strictly before from + 1, so that a change exactly at from is found.
        ZoneOffsetTransition entry = rules.previousTransition(Instant.ofEpochSecond(from + 1));
        long offset = rules.getOffset(Instant.ofEpochSecond(from)).getTotalSeconds();
        long wall = times.next(from + offset, end + offset);
        long ordinary = wall == WallTimes.NONE ? WallTimes.NONE : wall - offset;
        Slot shifted = entry == null || !entry.isGap() ? null : firstOfGap(entry, from, Math.min(ordinary, end));
        if (shifted != null) {
            return shifted;
        }
        if (ordinary == WallTimes.NONE) {
            return null;
        }
        boolean repeated = entry != null && ordinary < entry.toEpochSecond() - entry.getDuration().toSeconds();
        return slot(ordinary, repeated && !times.everyHour() ? Slot.Fate.REPEATED : Slot.Fate.RUN);
    }

    /** The first time of the gap, shifted by the offset before it, in {@code [from, limit)}. */
    private @Nullable Slot firstOfGap(ZoneOffsetTransition gap, long from, long limit) {
        long begin = gap.toEpochSecond();
        long offset = gap.getOffsetBefore().getTotalSeconds();
        long end = Math.min(begin + gap.getDuration().toSeconds(), limit);
        if (from >= end) {
            return null;
        }
        long wall = times.next(from + offset, end + offset);
        if (wall == WallTimes.NONE) {
            return null;
        }
        boolean first = times.next(begin + offset, end + offset) == wall;
        return slot(wall - offset, first ? Slot.Fate.RUN : Slot.Fate.COLLAPSED);
    }

    private static Slot slot(long epochSecond, Slot.Fate fate) {
        return new Slot(Instant.ofEpochSecond(epochSecond), fate);
    }
}
