package io.runwisp.store;

import io.runwisp.model.RunFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of a filter as days whose counters are taken as they are, and parts of the days at both ends whose rows are counted: what belongs to the filter's
 * times, or what does not, if that is less.
 *
 * @param after the day before the first whole one, or null when there is no first, and {@code before} the day after the last
 */
record DayRange(@Nullable Long after, @Nullable Long before, List<Part> parts) {

    /**
     * A part of a day.
     *
     * @param outside whether its rows are to be taken off what the whole day has
     * @param from the first instant, and {@code to} the last
     */
    record Part(long day, boolean outside, Instant from, Instant to) {

        long sign() {
            return outside ? -1 : 1;
        }
    }

    static DayRange of(RunFilter filter) {
        Instant after = filter.createdAfter();
        Instant before = filter.createdBefore();
        if (after != null && before != null && dayOf(after) >= dayOf(before)) {
            return new DayRange(dayOf(after), dayOf(after), List.of(new Part(dayOf(after), false, after, before)));
        }
        List<Part> parts = new ArrayList<>();
        Long first = null;
        Long last = null;
        if (after != null) {
            Part part = smaller(new Part(dayOf(after), false, after, endOf(after)),
                    new Part(dayOf(after), true, after.truncatedTo(ChronoUnit.DAYS), after.minusMillis(1)));
            parts.add(part);
            first = part.outside() ? part.day() - 1 : part.day();
        }
        if (before != null) {
            Part part = smaller(new Part(dayOf(before), false, before.truncatedTo(ChronoUnit.DAYS), before),
                    new Part(dayOf(before), true, before.plusMillis(1), endOf(before)));
            parts.add(part);
            last = part.outside() ? part.day() + 1 : part.day();
        }
        return new DayRange(first, last, parts);
    }

    /** The same with the begun days as if they were whole ones. */
    static DayRange roughly(RunFilter filter) {
        Instant after = filter.createdAfter();
        Instant before = filter.createdBefore();
        return new DayRange(after == null ? null : dayOf(after) - 1, before == null ? null : dayOf(before) + 1,
                List.of());
    }

    private static Part smaller(Part inside, Part outside) {
        return Duration.between(outside.from(), outside.to())
            .compareTo(Duration.between(inside.from(), inside.to())) < 0 ? outside : inside;
    }

    private static long dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    /** The last instant of its day that a row can have. */
    private static Instant endOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).minusMillis(1);
    }
}
