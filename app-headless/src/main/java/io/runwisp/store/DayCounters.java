package io.runwisp.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What {@code run_days} and {@code run_spans} say, kept in memory for all readers. A day is read again when {@code run_day_changes} says that it has changed. */
final class DayCounters {

    /** Each kind of run has so many keys, one for each band of durations. */
    private static final int BANDS = 128;

    private final DayShelf cells = new DayShelf(RunCountSql::dayCells, Integer::parseInt);
    private final DayShelf spans = new DayShelf(RunCountSql::daySpans, this::spanKey);
    private final Map<String, Integer> kindNumbers = new HashMap<>();
    private final List<RunKind> kinds = new ArrayList<>();

    /** The whole days of a range. The keys of their counters are the numbers of cells. */
    SortedMap<Long, DayCounts> cells(RunMapper mapper, DayRange range) {
        return cells.of(mapper, changes(mapper, range));
    }

    /** How many runs of the cells that pass there are on the whole days of a range, for each band of durations. */
    SortedMap<Long, Long> bands(RunMapper mapper, DayRange range, List<RunCell> passing) {
        SortedMap<Long, DayCounts> days = spans.of(mapper, changes(mapper, range));
        Set<RunKind> wanted = new HashSet<>();
        passing.forEach(cell -> wanted.add(RunKind.of(cell)));
        boolean[] passes = passes(wanted);
        long[] sums = new long[passes.length * BANDS];
        days.values().forEach(day -> day.addTo(sums));
        SortedMap<Long, Long> bands = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0 && passes[i / BANDS]) {
                bands.merge(LengthBand.ofNumber(i % BANDS), sums[i], Long::sum);
            }
        }
        return bands;
    }

    /** Cells by their numbers. */
    static IntPredicate among(RunScope scope) {
        if (scope.cells().size() == scope.all().size()) {
            return number -> true;
        }
        boolean[] passing = new boolean[highest(scope.all()) + 1];
        scope.cells().forEach(cell -> passing[Math.toIntExact(cell.number())] = true);
        return number -> passing[number];
    }

    /** The highest number of a cell. */
    static int highest(List<RunCell> all) {
        return all.stream().mapToInt(cell -> Math.toIntExact(cell.number())).max().orElse(0);
    }

    private static Map<Long, Long> changes(RunMapper mapper, DayRange range) {
        Map<Long, Long> changes = new HashMap<>();
        mapper.tallies(RunCountSql.dayChanges(range)).forEach(one -> changes.put(one.number(), one.n()));
        return changes;
    }

    private boolean[] passes(Set<RunKind> wanted) {
        synchronized (kinds) {
            boolean[] passes = new boolean[kinds.size()];
            for (int i = 0; i < passes.length; i++) {
                passes[i] = wanted.contains(kinds.get(i));
            }
            return passes;
        }
    }

    private int spanKey(String text) {
        int tab = text.lastIndexOf('\t');
        return kindNumber(text.substring(0, tab)) * BANDS + LengthBand.numberOf(Long.parseLong(text, tab + 1,
                text.length(), 10));
    }

    private int kindNumber(String text) {
        synchronized (kinds) {
            Integer known = kindNumbers.get(text);
            if (known != null) {
                return known;
            }
            kinds.add(RunKind.read(text));
            kindNumbers.put(text, kinds.size() - 1);
            return kinds.size() - 1;
        }
    }
}
