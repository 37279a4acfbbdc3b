package io.runwisp.store;

import io.runwisp.model.RunFilter;
import java.util.List;

/** The statements that count runs. A tally is one text with a line for each value: there are thousands, and a row costs more than its parsing. */
final class RunCountSql {

    private RunCountSql() {
    }

    /** How many pass that were created within the filter's times. */
    static SqlText count(RunScope scope) {
        SqlText sql = new SqlText().add("SELECT count(*) FROM runs INDEXED BY ").add(index(scope));
        return within(sql.add(" WHERE deleted_at IS NULL"), scope);
    }

    /** The same, when the counters say that they are few. */
    static SqlText countFew(RunScope scope) {
        return few(new SqlText().add("SELECT count(*)"), scope);
    }

    /** The same for each value. */
    static SqlText countFewBy(RunGroup group, RunScope scope) {
        return few(tally().add("SELECT ").add(group.column()).add(" AS value, count(*) AS n"), scope)
            .add(" GROUP BY 1)");
    }

    private static SqlText few(SqlText sql, RunScope scope) {
        RunListSql.ofCells(sql.add(" FROM runs INDEXED BY runs_cell WHERE deleted_at IS NULL"), scope);
        RunListSql.times(sql, scope.filter());
        return sql;
    }

    /** How many pass for each value: most of all runs are walked in the order of their values, those of a day are sorted. */
    static SqlText countBy(RunGroup group, RunScope scope) {
        boolean ordered = scope.part() != null && scope.tasks() == null;
        SqlText sql = tally().add("SELECT ").add(group.column()).add(" AS value, count(*) AS n FROM runs INDEXED BY ");
        sql.add(ordered ? group.index() : index(scope)).add(" WHERE deleted_at IS NULL");
        return within(sql, scope).add(" GROUP BY 1)");
    }

    private static String index(RunScope scope) {
        if (scope.tasks() != null) {
            return "runs_task_created";
        }
        if (scope.outcomes() != null) {
            return "runs_outcome_created";
        }
        return scope.oneExitCode() ? "runs_exit_created" : "runs_all_created";
    }

    /** How many pass whose key is between these two. */
    static SqlText segment(RunScope scope, SortKey key, Object least, Object greatest) {
        SqlText sql = new SqlText().add("SELECT count(*) FROM runs INDEXED BY ");
        sql.add(key == SortKey.CREATED ? index(scope) : "runs_all_" + key.suffix()).add(" WHERE deleted_at IS NULL");
        sql.add(" AND ").add(key.column()).add(" >= ").bind(least);
        sql.add(" AND ").add(key.column()).add(" <= ").bind(greatest);
        return within(sql, scope, RunListSql.CHECKED);
    }

    private static SqlText within(SqlText sql, RunScope scope) {
        return within(sql, scope, RunListSql.SOUGHT);
    }

    private static SqlText within(SqlText sql, RunScope scope, String created) {
        if (scope.tasks() != null) {
            sql.add(" AND task_name IN ").bindAll(scope.tasks());
        }
        if (scope.outcomes() != null) {
            sql.add(" AND outcome IN ").bindAll(scope.outcomes());
        }
        RunListSql.conditions(sql, scope, created);
        return sql;
    }

    /** How often the counters of each whole day of a range have changed. */
    static SqlText dayChanges(DayRange range) {
        SqlText sql = tally().add("SELECT day AS value, changes AS n FROM run_day_changes WHERE TRUE");
        Long after = range.after();
        if (after != null) {
            sql.add(" AND day > ").bind(after);
        }
        Long before = range.before();
        if (before != null) {
            sql.add(" AND day < ").bind(before);
        }
        return sql.add(")");
    }

    /** How many runs of each cell these days have. */
    static SqlText dayCells(List<Long> days) {
        return ofDays("cell", "run_days", days);
    }

    /** How many runs of each kind and band of durations these days have. */
    static SqlText daySpans(List<Long> days) {
        return ofDays(
                "outcome || char(9) || triggered_by || char(9) || exit_code || char(9) || retried || char(9) || band",
                "run_spans", days);
    }

    private static SqlText ofDays(String key, String table, List<Long> days) {
        return tally().add("SELECT day || char(9) || ")
            .add(key)
            .add(" AS value, n FROM ")
            .add(table)
            .add(" WHERE n > 0 AND day IN ")
            .bindAll(days)
            .add(")");
    }

    /** How many pass, for each band of durations. */
    static SqlText lengths(RunScope scope) {
        SqlText sql = tally().add("SELECT band AS value, sum(n) AS n FROM run_lengths WHERE n > 0");
        if (scope.cells().size() < scope.all().size()) {
            sql.add(" AND cell IN (SELECT value FROM json_each(").bind(scope.numbers()).add("))");
        }
        return sql.add(" GROUP BY 1)");
    }

    /** How many pass, for each duration. */
    static SqlText durations(RunScope scope) {
        SqlText sql = tally().add("SELECT length_ms AS value, count(*) AS n FROM runs INDEXED BY runs_all_created");
        return within(sql.add(" WHERE deleted_at IS NULL"), scope).add(" GROUP BY 1)");
    }

    /** Those that began on another day than they were created on: how many for each pair of days. */
    static SqlText moved(RunScope scope) {
        SqlText sql = tally()
            .add("SELECT substr(created_at, 1, 10) || ' ' || substr(begun_at, 1, 10) AS value, count(*) AS n");
        sql.add(" FROM runs INDEXED BY runs_moved WHERE deleted_at IS NULL");
        sql.add(" AND substr(begun_at, 1, 10) <> substr(created_at, 1, 10)");
        return within(sql, scope).add(" GROUP BY 1)");
    }

    private static SqlText tally() {
        return new SqlText().add("SELECT group_concat(value || char(9) || n, char(10)) FROM (");
    }

    /** How many were created within the filter's times, whatever the rest; not counted beyond a bound. */
    static SqlText timed(RunFilter filter, int most) {
        SqlText sql = new SqlText().add("SELECT count(*) FROM (SELECT 1 FROM runs INDEXED BY runs_all_created")
            .add(" WHERE deleted_at IS NULL");
        RunListSql.times(sql, filter);
        return sql.add(" LIMIT ").bind(most).add(")");
    }

    /** The numbers of those that a search finds, as a JSON array. What is as long as an id can only be one. */
    static SqlText searched(RunScope scope, int most) {
        SqlText sql = numbers();
        String id = scope.wholeId();
        if (id == null) {
            sql.add(index(scope)).add(" WHERE deleted_at IS NULL");
        } else {
            sql.add("sqlite_autoindex_runs_1 WHERE deleted_at IS NULL AND id = ").bind(id);
        }
        return within(sql, scope).add(" LIMIT ").bind(most).add(")");
    }

    /** The numbers of all that pass, as a JSON array, when they are few: by their cells when these have few, and otherwise within the filter's times. */
    static SqlText numbers(RunScope scope, boolean fewCells) {
        if (!fewCells) {
            return within(numbers().add(index(scope)).add(" WHERE deleted_at IS NULL"), scope).add(")");
        }
        SqlText sql = numbers().add("runs_cell WHERE deleted_at IS NULL");
        RunListSql.ofCells(sql, scope);
        RunListSql.times(sql, scope.filter());
        return sql.add(")");
    }

    private static SqlText numbers() {
        return new SqlText().add("SELECT json_group_array(seq) FROM (SELECT seq FROM runs INDEXED BY ");
    }
}
