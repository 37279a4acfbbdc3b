package io.runwisp.store;

import java.util.Comparator;
import java.util.List;

/** What runs are equal in by the thousand. A list that is sorted by it is the lists of its values, one behind the other, each in the order of creation. */
enum RunGroup {
    TASK("task_name", "runs_task_created"),
    OUTCOME("outcome", "runs_outcome_created"),
    EXIT("exit_code", "runs_exit_created");

    private final String column;
    private final String index;

    RunGroup(String column, String index) {
        this.column = column;
        this.index = index;
    }

    String column() {
        return column;
    }

    /** The index that has it first and the time of creation next. */
    String index() {
        return index;
    }

    String value(RunCell cell) {
        return switch (this) {
            case TASK -> cell.taskName();
            case OUTCOME -> cell.outcome();
            case EXIT -> String.valueOf(cell.exitCode());
        };
    }

    /** The values that occur, in the order of the list. */
    List<String> values(RunScope scope, boolean descending) {
        Comparator<String> order = this == EXIT ? Comparator.comparingInt(Integer::parseInt)
                : Comparator.naturalOrder();
        return scope.cells()
            .stream()
            .map(this::value)
            .distinct()
            .sorted(descending ? order.reversed() : order)
            .toList();
    }

    /** Those of the scope that have this value. */
    RunScope narrow(RunScope scope, String to) {
        return switch (this) {
            case TASK -> scope.ofTask(to);
            case OUTCOME -> scope.ofOutcome(to);
            case EXIT -> scope.ofExitCode(to);
        };
    }
}
