package io.runwisp.store;

import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPage;
import io.runwisp.model.RunSort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers one question for a list of runs. */
final class RunListing {

    /** Up to so many runs that a search finds are sorted; more lie so close together that the order can be walked instead. */
    private static final int SORTED = 20_000;

    /** Up to so many rows are counted or passed over one by one; beyond, the counters of whole days are quicker. */
    static final int COUNTED = 5_000;

    private final RunMapper mapper;
    private final RunScope scope;
    private final int counted;

    RunListing(RunMapper mapper, RunFilter filter) {
        this(mapper, filter, COUNTED);
    }

    /** @param counted up to how many rows no use is made of the counters of days */
    RunListing(RunMapper mapper, RunFilter filter, int counted) {
        this.mapper = mapper;
        this.counted = counted;
        scope = RunScope.of(filter, mapper.cells());
    }

    RunPage page(RunSort sort, int limit, long offset) {
        if (scope.cells().isEmpty()) {
            return new RunPage(List.of(), 0);
        }
        return switch (sort.field()) {
            case TASK_NAME -> grouped(RunCell::taskName, scope::ofTask, sort.descending(), limit, offset);
            case STATUS -> grouped(RunCell::outcome, scope::ofOutcome, sort.descending(), limit, offset);
            default -> {
                Window window = new Window(SortKey.of(sort.field()), sort.descending(), offset, limit);
                yield scope.part() == null ? straight(window) : searched(window);
            }
        };
    }

    private RunPage straight(Window window) {
        long total = count(scope);
        return new RunPage(runs(scope, window, total), total);
    }

    private long count(RunScope within) {
        if (within.exact()) {
            return within.counted();
        }
        if (within.part() != null) {
            return mapper.count(RunListSql.searchedCount(within));
        }
        return within.counted() > counted ? RunDays.of(mapper, within).total() : mapper.count(RunListSql.count(within));
    }

    private List<Run> runs(RunScope within, Window window, long total) {
        if (window.offset() >= total) {
            return List.of();
        }
        if (window.offset() > total / 2) {
            return rows(within, window.fromOtherEnd(total)).reversed();
        }
        return rows(within, window);
    }

    private List<Run> rows(RunScope within, Window window) {
        if (window.key() == SortKey.CREATED && window.offset() > counted && within.part() == null) {
            RunDays.Start start = RunDays.of(mapper, within).start(window);
            return walked(start.scope(), window.from(start.offset()));
        }
        return walked(within, window);
    }

    private List<Run> walked(RunScope within, Window window) {
        long timed = within.timed() ? mapper.count(RunListSql.timed(within.filter(), SORTED)) : Long.MAX_VALUE;
        RunWalk walk = RunPlanner.plan(within, window, timed);
        return read(mapper.list(RunListSql.page(within, window, walk)));
    }

    private RunPage searched(Window window) {
        List<Long> found = mapper.numbers(RunListSql.searched(scope, SORTED + 1));
        if (found.size() <= SORTED) {
            return new RunPage(sorted(found, window), found.size());
        }
        long total = mapper.count(RunListSql.searchedCount(scope));
        return new RunPage(runs(scope, window, total), total);
    }

    private List<Run> sorted(List<Long> numbers, Window window) {
        String json = numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return read(mapper.list(RunListSql.pageOf(json, window)));
    }

    /** A list sorted by a word is the lists of the words, one behind the other: those before the page are not even walked. */
    private RunPage grouped(Function<RunCell, String> word, Function<String, RunScope> group, boolean descending,
            int limit, long offset) {
        List<String> words = scope.cells().stream().map(word).distinct().sorted().toList();
        List<Run> runs = new ArrayList<>();
        long total = 0;
        for (String value : descending ? words.reversed() : words) {
            RunScope within = group.apply(value);
            long size = count(within);
            Window window = new Window(SortKey.CREATED, descending, Math.max(0, offset - total), limit - runs.size());
            if (window.limit() > 0) {
                runs.addAll(runs(within, window, size));
            }
            total += size;
        }
        return new RunPage(runs, total);
    }

    private static List<Run> read(List<RunRow> rows) {
        return rows.stream().map(RunRows::read).toList();
    }
}
