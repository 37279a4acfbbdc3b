package io.runwisp.store;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What runs are equal in by the thousand. A list that is sorted by it is the lists of its values, one behind the other, each in the order of creation. */
enum RunGroup {
    TASK("task_name", "runs_task_created", RunCell::taskName, RunScope::ofTask, Comparator.naturalOrder()),
    OUTCOME("outcome", "runs_outcome_created", RunCell::outcome, RunScope::ofOutcome, Comparator.naturalOrder()),
    EXIT("exit_code", "runs_exit_created", cell -> String.valueOf(cell.exitCode()), RunScope::ofExitCode,
            Comparator.comparingInt(Integer::parseInt));

    private final String column;
    private final String index;
    private final Function<RunCell, String> value;
    private final BiFunction<RunScope, String, RunScope> narrowed;
    private final Comparator<String> order;

    RunGroup(String column, String index, Function<RunCell, String> value,
            BiFunction<RunScope, String, RunScope> narrowed, Comparator<String> order) {
        this.column = column;
        this.index = index;
        this.value = value;
        this.narrowed = narrowed;
        this.order = order;
    }

    String column() {
        return column;
    }

    /** The index that has it first and the time of creation next. */
    String index() {
        return index;
    }

    String value(RunCell cell) {
        return value.apply(cell);
    }

    /** The values that occur, in the order of the list. */
    List<String> values(RunScope scope, boolean descending) {
        return scope.cells()
            .stream()
            .map(value)
            .distinct()
            .sorted(descending ? order.reversed() : order)
            .toList();
    }

    /** Those of the scope that have this value. */
    RunScope narrow(RunScope scope, String to) {
        return narrowed.apply(scope, to);
    }
}
