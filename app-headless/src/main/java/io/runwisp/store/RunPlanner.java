package io.runwisp.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Chooses how a page is found, by the counts. An index in the order of the page ends with the page, but passes rows that the filter drops; an index of the
 * filter finds all rows that pass, which have to be sorted. Costs are nanoseconds as measured on the machine of the build; only their proportions matter.
 */
final class RunPlanner {

    /** More branches than these are not worth their statements. */
    private static final int MOST_BRANCHES = 40;
    private static final int MOST_CELLS = 3000;

    /** What a row costs that the index alone decides on. */
    static final long PASS = 100;
    private static final long SEARCH = 150;
    private static final long SEEK = 2000;
    private static final long SORT = 600;
    private static final long LOOK_UP = 5000;
    private static final long LOOK_UP_NEARBY = 3000;

    private RunPlanner() {
    }

    /**
     * The cheapest walk.
     *
     * @param timedRows how many rows were created within the filter's times, or the greatest number when it has none or they are too many to be sorted
     * @param total how many runs pass
     */
    static RunWalk plan(RunScope scope, Window window, long timedRows, long total) {
        List<RunWalk> candidates = new ArrayList<>();
        // What a time leaves lies together in the order of creation, and far apart in that of durations.
        long kept = scope.part() != null || window.key() == SortKey.LENGTH ? total : scope.counted();
        candidates.add(overAll(scope, window, kept));
        List<String> tasks = scope.tasks();
        if (tasks != null && tasks.size() <= MOST_BRANCHES && hasIndex(scope, window.key())) {
            candidates.add(by("task_name", "runs_task_", tasks, scope, window, kept));
        }
        List<String> outcomes = scope.outcomes();
        if (outcomes != null && outcomes.size() <= MOST_BRANCHES && window.key() == SortKey.CREATED) {
            candidates.add(by("outcome", "runs_outcome_", outcomes, scope, window, kept));
        }
        if (scope.oneExitCode() && window.key() == SortKey.CREATED) {
            long rows = RunScope.sum(scope.all(), cell -> cell.exitCode() == scope.cells().getFirst().exitCode());
            candidates
                .add(new RunWalk("runs_exit_created", null, List.of(), passed(window, rows, kept) * step(scope)));
        }
        if (scope.part() == null && window.start() == null && scope.cells().size() <= MOST_CELLS) {
            candidates.add(new RunWalk("runs_cell", "cell", List.of(), ofCells(scope, window, total)));
        }
        if (timedRows < Long.MAX_VALUE) {
            candidates.add(new RunWalk("runs_all_created", null, List.of(),
                    timedRows * (window.key() == SortKey.LENGTH ? SORT : LOOK_UP_NEARBY)));
        }
        return candidates.stream().min(Comparator.comparingLong(RunWalk::cost)).orElseThrow();
    }

    /** Whether the index of a unit's runs in this order has all that the filter asks for. */
    private static boolean hasIndex(RunScope scope, SortKey key) {
        return key == SortKey.CREATED || key == SortKey.LENGTH && scope.part() == null;
    }

    private static RunWalk overAll(RunScope scope, Window window, long kept) {
        long rows = RunScope.sum(scope.all(), cell -> true);
        return new RunWalk("runs_all_" + window.key().suffix(), null, List.of(),
                passed(window, rows, kept) * step(scope));
    }

    private static RunWalk by(String column, String family, List<String> values, RunScope scope, Window window,
            long kept) {
        boolean task = column.equals("task_name");
        long cost = 0;
        for (String value : values) {
            Predicate<RunCell> same = cell -> (task ? cell.taskName() : cell.outcome()).equals(value);
            long rows = RunScope.sum(scope.all(), same);
            long ofValue = RunScope.sum(scope.cells(), same) * kept / Math.max(1, scope.counted());
            cost += passed(window, rows, ofValue) * step(scope);
        }
        if (values.size() > 1) {
            cost += Math.min(kept, window.reach() * values.size()) * SORT;
        }
        return new RunWalk(family + window.key().suffix(), column, values, cost);
    }

    /** How many rows a walk passes until the page is full, when those that the filter keeps lie evenly among the others. */
    private static long passed(Window window, long rows, long kept) {
        return kept == 0 ? rows : Math.min(rows, window.reach() * rows / kept);
    }

    private static long step(RunScope scope) {
        return scope.part() == null ? PASS : SEARCH;
    }

    /** What is found by its cells has all that is wanted in the index, but not when it began. */
    private static long ofCells(RunScope scope, Window window, long total) {
        long each = window.key() == SortKey.BEGUN ? LOOK_UP : SORT;
        return scope.cells().size() * SEEK + scope.counted() * PASS + total * each;
    }
}
