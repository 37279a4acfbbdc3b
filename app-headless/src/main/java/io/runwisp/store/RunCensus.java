package io.runwisp.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How many runs pass a filter, in all and by what they are sorted by. Whole days come from their counters, the begun days at both ends of the filter's times
 * from the rows.
 */
final class RunCensus {

    private static final long DAY_SECONDS = 86_400;

    private final RunMapper mapper;
    private final RunScope scope;
    private final DayCounters counters;
    private final int counted;
    private @Nullable SortedMap<Long, Long> days;
    private @Nullable RunSpread found;

    /** @param counted up to how many rows are counted one by one */
    RunCensus(RunMapper mapper, RunScope scope, DayCounters counters, int counted) {
        this.mapper = mapper;
        this.scope = scope;
        this.counters = counters;
        this.counted = counted;
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
            DayRange range = DayRange.of(scope.filter());
            long[] sums = new long[DayCounters.highest(scope.all()) + 1];
            counters.cells(mapper, range).values().forEach(day -> day.addTo(sums));
            scope.cells()
                .forEach(cell -> totals.merge(group.value(cell), sums[Math.toIntExact(cell.number())], Long::sum));
            for (DayRange.Part part : range.parts()) {
                mapper.tallies(RunCountSql.countBy(group, of(part)))
                    .forEach(one -> totals.merge(one.value(), part.sign() * one.n(), Long::sum));
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
        SortedMap<Long, Long> bands;
        if (!scope.timed()) {
            bands = bands();
        } else if (scope.spanned()) {
            DayRange range = DayRange.of(scope.filter());
            bands = counters.bands(mapper, range, scope.cells());
            for (DayRange.Part part : range.parts()) {
                mapper.tallies(RunCountSql.durations(of(part)))
                    .forEach(one -> bands.merge(LengthBand.of(one.number()), part.sign() * one.n(), Long::sum));
            }
        } else {
            return null;
        }
        List<RunSpread.Span> spans = new ArrayList<>();
        bands.forEach((band, n) -> spans.add(new RunSpread.Span(LengthBand.least(band), LengthBand.greatest(band), n)));
        return new RunSpread(spans);
    }

    private static RunSpread ofDays(Map<Long, Long> days) {
        List<RunSpread.Span> spans = new ArrayList<>();
        days.forEach((day, n) -> {
            Instant start = Instant.ofEpochSecond(day * DAY_SECONDS);
            spans.add(new RunSpread.Span(InstantText.of(start),
                    InstantText.of(start.plusSeconds(DAY_SECONDS).minusMillis(1)), n));
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

    /** How many were created on each day; of what is searched for, how many may have been. */
    private SortedMap<Long, Long> days() {
        SortedMap<Long, Long> known = days;
        if (known == null) {
            SortedMap<Long, Long> counts = new TreeMap<>();
            IntPredicate passes = DayCounters.among(scope);
            DayRange range = scope.part() == null ? DayRange.of(scope.filter()) : DayRange.roughly(scope.filter());
            counters.cells(mapper, range).forEach((day, cells) -> counts.put(day, cells.sum(passes)));
            for (DayRange.Part part : range.parts()) {
                counts.merge(part.day(), part.sign() * mapper.count(RunCountSql.count(of(part))), Long::sum);
            }
            known = counts;
            days = counts;
        }
        return known;
    }

    private RunScope of(DayRange.Part part) {
        return scope.within(part.from(), part.to());
    }
}
