package io.runwisp.store;

import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPage;
import io.runwisp.model.RunSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers one question for a list of runs. */
final class RunListing {

    /** Up to so many runs that a search finds are sorted; more lie so close together that the order can be walked instead. */
    private static final int SORTED = 15_000;
    /** So few runs of many units are sorted, too: a walk for each unit takes longer. */
    private static final int SORTED_FEW = 1_500;
    /** One of so many ids contains a given pair of letters, roughly; nearly each contains a given letter. */
    private static final int PAIR = 40;

    /** Up to so many rows are counted or passed over one by one; beyond, the counters are quicker. */
    static final int COUNTED = 5_000;

    private final RunMapper mapper;
    private final RunScope scope;
    private final DayCounters days;
    private final int counted;

    /** @param all how many runs there are of each sort of run */
    RunListing(RunMapper mapper, RunFilter filter, List<RunCell> all, DayCounters days) {
        this(mapper, filter, all, days, COUNTED);
    }

    /** @param counted up to how many rows no use is made of the counters of days and durations */
    RunListing(RunMapper mapper, RunFilter filter, List<RunCell> all, DayCounters days, int counted) {
        this.mapper = mapper;
        this.days = days;
        this.counted = counted;
        scope = RunScope.of(filter, all);
    }

    RunPage page(RunSort sort, int limit, long offset) {
        if (scope.cells().isEmpty()) {
            return new RunPage(List.of(), 0);
        }
        Window window = new Window(SortKey.of(sort.field()), sort.descending(), offset, limit);
        RunGroup group = switch (sort.field()) {
            case TASK_NAME -> RunGroup.TASK;
            case STATUS -> RunGroup.OUTCOME;
            case EXIT_CODE -> RunGroup.EXIT;
            case CREATED_AT, START_AT, DURATION -> null;
        };
        if (scope.part() != null && expected(scope.part().length()) <= SORTED) {
            RunPage found = sorted(group, window);
            if (found != null) {
                return found;
            }
        }
        return group == null ? straight(window) : grouped(group, window);
    }

    /** How many runs a search for so many letters finds, roughly: what is only counted to be too much is time lost. */
    private long expected(int letters) {
        return switch (letters) {
            case 1 -> scope.counted();
            case 2 -> scope.counted() / PAIR;
            default -> 0;
        };
    }

    private RunPage straight(Window window) {
        RunCensus census = new RunCensus(mapper, scope, days, counted);
        long total = census.total(window.key());
        return new RunPage(runs(scope, census, window, total), total);
    }

    /** What a search finds, sorted as it is, or null when that is too much. */
    private @Nullable RunPage sorted(@Nullable RunGroup group, Window window) {
        String numbers = String.valueOf(mapper.text(RunCountSql.searched(scope, SORTED + 1)));
        long found = length(numbers);
        return found > SORTED ? null : new RunPage(read(mapper.list(RunListSql.pageOf(numbers, group, window))), found);
    }

    private static long length(String numbers) {
        return numbers.length() == "[]".length() ? 0 : numbers.chars().filter(c -> c == ',').count() + 1;
    }

    /** A list sorted by a word is the lists of the words, one behind the other: those before the page are not even walked. */
    private RunPage grouped(RunGroup group, Window window) {
        // What a search finds of each outcome is counted in pieces, so that a page of the largest need not be walked to.
        boolean apart = scope.part() != null && scope.tasks() == null && group != RunGroup.TASK;
        Map<String, Long> sizes = apart ? Map.of() : new RunCensus(mapper, scope, days, counted).by(group);
        long sum = sizes.values().stream().mapToLong(Long::longValue).sum();
        if (group == RunGroup.TASK && !apart && sum <= SORTED_FEW && isFoundQuickly()) {
            String numbers = String.valueOf(mapper.text(RunCountSql.numbers(scope, scope.counted() <= counted)));
            return new RunPage(read(mapper.list(RunListSql.pageOf(numbers, group, window))), length(numbers));
        }
        List<Run> runs = new ArrayList<>();
        long total = 0;
        for (String value : group.values(scope, window.descending())) {
            RunCensus census = apart ? new RunCensus(mapper, group.narrow(scope, value), days, counted) : null;
            long size = census == null ? sizes.getOrDefault(value, 0L) : census.total(window.key());
            long offset = Math.max(0, window.offset() - total);
            int missing = window.limit() - runs.size();
            if (missing > 0 && offset < size) {
                RunScope within = group.narrow(scope, value);
                runs.addAll(runs(within, census == null ? new RunCensus(mapper, within, days, counted) : census,
                        new Window(window.key(), window.descending(), offset, missing), size));
            }
            total += size;
        }
        return new RunPage(runs, total);
    }

    /** Whether the cells that pass have few runs, or the filter's times have. */
    private boolean isFoundQuickly() {
        return scope.part() == null
                && (scope.counted() <= counted || timed(scope, SortKey.BEGUN, 0) < Long.MAX_VALUE);
    }

    private List<Run> runs(RunScope within, RunCensus census, Window window, long total) {
        if (window.offset() >= total) {
            return List.of();
        }
        Window other = window.fromOtherEnd(total);
        long timed = timed(within, window.key(), total);
        Window nearest = nearer(window, other);
        RunWalk walk = RunPlanner.plan(within, nearest, timed, total);
        // Times of creation bound no other order: a walk from its end would pass all that is outside of them.
        boolean outside = window.key() == SortKey.BEGUN && within.timed() && within.counted() > counted;
        if (outside || walk.cost() > counted * RunPlanner.PASS) {
            RunSpread spread = census.spread(window.key());
            if (spread != null) {
                Window entered = nearer(spread.enter(window), spread.enter(other));
                RunWalk from = RunPlanner.plan(within, entered, timed, total);
                if (outside || from.cost() < walk.cost()) {
                    nearest = entered;
                    walk = from;
                }
            }
        }
        List<Run> runs = read(mapper.list(RunListSql.page(within, nearest, walk)));
        return nearest.descending() == window.descending() ? runs : runs.reversed();
    }

    private static Window nearer(Window one, Window other) {
        return other.offset() < one.offset() ? other : one;
    }

    /** How many runs were created within the filter's times, if they are so few that they can be sorted: no fewer than pass. */
    private long timed(RunScope within, SortKey key, long total) {
        if (!within.timed() || key == SortKey.CREATED || total >= SORTED) {
            return Long.MAX_VALUE;
        }
        long rows = mapper.count(RunCountSql.timed(within.filter(), SORTED));
        return rows < SORTED ? rows : Long.MAX_VALUE;
    }

    private static List<Run> read(List<RunRow> rows) {
        return rows.stream().map(RunRows::read).toList();
    }
}
