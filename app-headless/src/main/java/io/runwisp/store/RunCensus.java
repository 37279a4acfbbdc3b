package io.runwisp.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many runs pass a filter, in all and by what they are sorted by. Whole days come from their counters, the begun days at both ends of the filter's times
 * from the rows.
 */
final class RunCensus {

    private static final long DAY_SECONDS = 86_400;
    /** The last band of {@code length_band} has no end. */
    private static final long LAST_BAND = 10_000_000;

    private final RunMapper mapper;
    private final RunScope scope;
    private final int counted;
    private @Nullable SortedMap<Long, Long> days;
    private @Nullable RunSpread found;

    /** @param counted up to how many rows are counted one by one */
    RunCensus(RunMapper mapper, RunScope scope, int counted) {
        this.mapper = mapper;
        this.scope = scope;
        this.counted = counted;
    }

    /** @param after the first instant of a begun day, {@code before} its last */
    private record Edge(Instant after, Instant before) {
    }

    long total() {
        if (scope.exact()) {
            return scope.counted();
        }
        if (few()) {
            return mapper.count(RunCountSql.countFew(scope));
        }
        if (scope.part() != null) {
            return mapper.count(RunCountSql.count(scope));
        }
        return days().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same, and of what a search finds also how it is spread over the values of the key, which costs no more. */
    long total(SortKey key) {
        return scope.part() != null && scope.counted() > counted ? found(key).total() : total();
    }

    private RunSpread found(SortKey key) {
        RunSpread known = found;
        if (known == null) {
            known = new RunSegments(mapper, scope, key).spread(key == SortKey.LENGTH ? bands() : days());
            found = known;
        }
        return known;
    }

    private boolean few() {
        return scope.part() == null && scope.counted() <= counted;
    }

    /** How many of each value. */
    Map<String, Long> by(RunGroup group) {
        Map<String, Long> totals = new HashMap<>();
        if (scope.exact()) {
            scope.cells().forEach(cell -> totals.merge(group.value(cell), cell.n(), Long::sum));
        } else if (few()) {
            mapper.tallies(RunCountSql.countFewBy(group, scope)).forEach(one -> add(totals, one));
        } else if (scope.part() != null) {
            mapper.tallies(RunCountSql.countBy(group, scope)).forEach(one -> add(totals, one));
        } else {
            Map<Long, String> values = new HashMap<>();
            scope.cells().forEach(cell -> values.put(cell.number(), group.value(cell)));
            if (hasWholeDays()) {
                for (RunTally one : mapper.tallies(RunCountSql.dayCells(scope, firstDay(), lastDay()))) {
                    String value = values.get(one.number());
                    if (value != null) {
                        totals.merge(value, one.n(), Long::sum);
                    }
                }
            }
            for (Edge edge : edges()) {
                mapper.tallies(RunCountSql.countBy(group, scope.within(edge.after(), edge.before())))
                    .forEach(one -> add(totals, one));
            }
        }
        return totals;
    }

    private static void add(Map<String, Long> totals, RunTally one) {
        totals.merge(one.value(), one.n(), Long::sum);
    }

    /** How they are spread over the values of the key, or null when no counters say so. */
    @Nullable
    RunSpread spread(SortKey key) {
        if (scope.part() != null) {
            return found;
        }
        return switch (key) {
            case CREATED -> ofDays(days());
            case BEGUN -> ofDays(begunDays());
            case LENGTH -> lengths();
        };
    }

    private SortedMap<Long, Long> bands() {
        SortedMap<Long, Long> bands = new TreeMap<>();
        mapper.tallies(RunCountSql.lengths(scope)).forEach(one -> bands.put(one.number(), one.n()));
        return bands;
    }

    private @Nullable RunSpread lengths() {
        Map<Long, Long> bands = new TreeMap<>();
        if (!scope.timed()) {
            bands.putAll(bands());
        } else if (scope.spanned()) {
            if (hasWholeDays()) {
                mapper.tallies(RunCountSql.spans(scope, firstDay(), lastDay()))
                    .forEach(one -> bands.put(one.number(), one.n()));
            }
            for (Edge edge : edges()) {
                mapper.tallies(RunCountSql.durations(scope.within(edge.after(), edge.before())))
                    .forEach(one -> bands.merge(bandOf(one.number()), one.n(), Long::sum));
            }
        } else {
            return null;
        }
        List<RunSpread.Span> spans = new ArrayList<>();
        bands.forEach((band, n) -> spans.add(new RunSpread.Span(band == 0 ? Long.MIN_VALUE : band, lastOf(band), n)));
        return new RunSpread(spans);
    }

    /** What {@code length_band} is for a duration: its first digit, and zeros. */
    private static long bandOf(long length) {
        long bounded = Math.clamp(length, 0, LAST_BAND);
        long width = widthOf(bounded);
        return bounded / width * width;
    }

    /** The greatest duration of a band: its own first digit, and nines. */
    private static long lastOf(long band) {
        if (band >= LAST_BAND) {
            return Long.MAX_VALUE;
        }
        return band + widthOf(band) - 1;
    }

    private static long widthOf(long length) {
        long width = 1;
        while (length >= width * 10) {
            width *= 10;
        }
        return width;
    }

    private static RunSpread ofDays(Map<Long, Long> days) {
        List<RunSpread.Span> spans = new ArrayList<>();
        days.forEach((day, n) -> {
            Instant start = Instant.ofEpochSecond(day * DAY_SECONDS);
            spans.add(new RunSpread.Span(InstantText.of(start), InstantText.of(endOf(start)), n));
        });
        return new RunSpread(spans);
    }

    /** How many began on each day: those created on it, without those that began on another one, and with those of other days. */
    private Map<Long, Long> begunDays() {
        Map<Long, Long> begun = new TreeMap<>(days());
        for (RunTally one : mapper.tallies(RunCountSql.moved(scope))) {
            int between = one.value().indexOf(' ');
            begun.merge(LocalDate.parse(one.value().substring(0, between)).toEpochDay(), -one.n(), Long::sum);
            begun.merge(LocalDate.parse(one.value().substring(between + 1)).toEpochDay(), one.n(), Long::sum);
        }
        return begun;
    }

    /** How many were created on each day. */
    private SortedMap<Long, Long> days() {
        SortedMap<Long, Long> known = days;
        if (known == null) {
            SortedMap<Long, Long> counts = new TreeMap<>();
            if (hasWholeDays()) {
                mapper.tallies(RunCountSql.days(scope, firstDay(), lastDay()))
                    .forEach(one -> counts.put(one.number(), one.n()));
            }
            for (Edge edge : edges()) {
                counts.put(dayOf(edge.after()),
                        mapper.count(RunCountSql.count(scope.within(edge.after(), edge.before()))));
            }
            known = counts;
            days = counts;
        }
        return known;
    }

    private boolean hasWholeDays() {
        Long first = firstDay();
        Long last = lastDay();
        return first == null || last == null || first < last;
    }

    private List<Edge> edges() {
        Instant after = scope.filter().createdAfter();
        Instant before = scope.filter().createdBefore();
        if (after != null && before != null && !hasWholeDays()) {
            return List.of(new Edge(after, before));
        }
        List<Edge> edges = new ArrayList<>();
        if (after != null) {
            edges.add(new Edge(after, endOf(after)));
        }
        if (before != null) {
            edges.add(new Edge(before.truncatedTo(ChronoUnit.DAYS), before));
        }
        return edges;
    }

    private @Nullable Long firstDay() {
        Instant after = scope.filter().createdAfter();
        return after == null ? null : dayOf(after);
    }

    private @Nullable Long lastDay() {
        Instant before = scope.filter().createdBefore();
        return before == null ? null : dayOf(before);
    }

    private static Long dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    /** The last instant of its day that a row can have. */
    private static Instant endOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).minusMillis(1);
    }
}
