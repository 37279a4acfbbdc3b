package io.runwisp.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs that pass a filter, counted day by day: whole days from their counters, the begun days at both ends of the filter's times from the rows. Says how
 * many runs there are between two instants, and on which day a page begins, without a walk over the rows before it.
 */
record RunDays(RunScope scope, List<Span> spans) {

    /**
     * What was created on a day, or on a part of it.
     *
     * @param from the first instant
     * @param until the last one
     */
    record Span(Instant from, Instant until, long n) {
    }

    /** A list that begins later, and how many rows of it are still before the page. */
    record Start(RunScope scope, long offset) {
    }

    /** @param scope without a part of an id */
    static RunDays of(RunMapper mapper, RunScope scope) {
        Instant after = scope.filter().createdAfter();
        Instant before = scope.filter().createdBefore();
        List<Span> spans = new ArrayList<>();
        if (after != null && before != null && !startOf(after).isBefore(startOf(before))) {
            edge(mapper, scope, spans, after, before);
            return new RunDays(scope, spans);
        }
        if (after != null) {
            edge(mapper, scope, spans, after, endOf(after));
        }
        for (RunDay day : mapper.days(RunListSql.days(scope, dayOf(after), dayOf(before)))) {
            Instant start = InstantText.read(day.day() + "T00:00:00Z");
            spans.add(new Span(start, endOf(start), day.n()));
        }
        if (before != null) {
            edge(mapper, scope, spans, startOf(before), before);
        }
        return new RunDays(scope, spans);
    }

    private static void edge(RunMapper mapper, RunScope scope, List<Span> spans, Instant from, Instant until) {
        spans.add(new Span(from, until, mapper.count(RunListSql.count(scope.within(from, until)))));
    }

    long total() {
        return spans.stream().mapToLong(Span::n).sum();
    }

    /** Where a page in the order of creation begins. */
    Start start(Window window) {
        long offset = window.offset();
        for (Span span : window.descending() ? spans.reversed() : spans) {
            if (offset < span.n()) {
                return new Start(window.descending()
                        ? scope.within(scope.filter().createdAfter(), span.until())
                        : scope.within(span.from(), scope.filter().createdBefore()), offset);
            }
            offset -= span.n();
        }
        return new Start(scope, window.offset());
    }

    private static Instant startOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS);
    }

    /** The last instant of its day that a row can have. */
    private static Instant endOf(Instant instant) {
        return startOf(instant).plus(1, ChronoUnit.DAYS).minusMillis(1);
    }

    private static @Nullable String dayOf(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
