package io.runwisp.store;

import io.runwisp.model.RunFilter;
import io.runwisp.model.Trigger;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements that find and count runs. Each names its index: which one is right depends on the values, and SQLite does not look at them. */
final class RunListSql {

    private RunListSql() {
    }

    /** The rows of a page. */
    static SqlText page(RunScope scope, Window window, RunWalk walk) {
        SqlText sql = new SqlText().add("WITH page (seq, sorted_by) AS MATERIALIZED (");
        if (walk.by() == null || walk.values().size() <= 1) {
            branch(sql, scope, window, walk, walk.values().isEmpty() ? null : walk.values().getFirst());
            sql.add(" LIMIT ").bind(window.limit()).add(" OFFSET ").bind(window.offset());
        } else {
            branches(sql, scope, window, walk);
        }
        return rows(sql, window);
    }

    /** The rows of a page among these. */
    static SqlText pageOf(String numbers, Window window) {
        SqlText sql = new SqlText().add("WITH page (seq, sorted_by) AS MATERIALIZED (SELECT seq, ")
            .add(window.key().column())
            .add(" FROM runs WHERE seq IN (SELECT value FROM json_each(")
            .bind(numbers)
            .add("))");
        order(sql, window.key().column(), window).add(" LIMIT ")
            .bind(window.limit())
            .add(" OFFSET ")
            .bind(window.offset());
        return rows(sql, window);
    }

    private static SqlText rows(SqlText sql, Window window) {
        sql.add(") SELECT ").add(RunColumns.ALL).add(" FROM page CROSS JOIN runs USING (seq)");
        return order(sql, "sorted_by", window);
    }

    /** Each branch yields its own first rows in order; together they are merged. */
    private static void branches(SqlText sql, RunScope scope, Window window, RunWalk walk) {
        sql.add("SELECT seq, sorted_by FROM (");
        String union = "";
        for (String value : walk.values()) {
            sql.add(union).add("SELECT * FROM (");
            branch(sql, scope, window, walk, value);
            sql.add(" LIMIT ").bind(window.reach()).add(")");
            union = " UNION ALL ";
        }
        order(sql.add(")"), "sorted_by", window).add(" LIMIT ")
            .bind(window.limit())
            .add(" OFFSET ")
            .bind(window.offset());
    }

    private static void branch(SqlText sql, RunScope scope, Window window, RunWalk walk, @Nullable String value) {
        sql.add("SELECT seq, ").add(window.key().column()).add(" AS sorted_by FROM runs INDEXED BY ").add(walk.index());
        sql.add(" WHERE deleted_at IS NULL");
        if (walk.by() != null && value != null) {
            sql.add(" AND ").add(walk.by()).add(" = ").bind(value);
        }
        if ("cell".equals(walk.by())) {
            pairs(sql, scope);
        } else {
            if (scope.tasks() != null && !"task_name".equals(walk.by())) {
                sql.add(" AND task_name IN ").bindAll(scope.tasks());
            }
            if (scope.outcomes() != null && !"outcome".equals(walk.by())) {
                sql.add(" AND outcome IN ").bindAll(scope.outcomes());
            }
        }
        conditions(sql, scope);
        order(sql, window.key().column(), window);
    }

    private static void pairs(SqlText sql, RunScope scope) {
        Set<List<String>> pairs = new LinkedHashSet<>();
        scope.cells().forEach(cell -> pairs.add(List.of(cell.taskName(), cell.outcome())));
        String separator = " AND (task_name, outcome) IN (VALUES ";
        for (List<String> pair : pairs) {
            sql.add(separator).bindAll(pair);
            separator = ", ";
        }
        sql.add(")");
    }

    /** How many pass that were created within the filter's times. */
    static SqlText count(RunScope scope) {
        SqlText sql = new SqlText().add("SELECT count(*) FROM runs INDEXED BY ");
        if (scope.tasks() != null) {
            sql.add("runs_task_created WHERE deleted_at IS NULL AND task_name IN ").bindAll(scope.tasks());
            if (scope.outcomes() != null) {
                sql.add(" AND outcome IN ").bindAll(scope.outcomes());
            }
        } else if (scope.outcomes() != null) {
            sql.add("runs_outcome_created WHERE deleted_at IS NULL AND outcome IN ").bindAll(scope.outcomes());
        } else {
            sql.add("runs_all_created WHERE deleted_at IS NULL");
        }
        conditions(sql, scope);
        return sql;
    }

    /** How many pass, for each day between these two, which are not among them. */
    static SqlText days(RunScope scope, @Nullable String after, @Nullable String before) {
        SqlText sql = new SqlText().add("SELECT day, sum(n) AS n FROM run_days WHERE n > 0");
        if (after != null) {
            sql.add(" AND day > ").bind(after);
        }
        if (before != null) {
            sql.add(" AND day < ").bind(before);
        }
        if (scope.tasks() != null) {
            sql.add(" AND task_name IN ").bindAll(scope.tasks());
        }
        if (scope.outcomes() != null) {
            sql.add(" AND outcome IN ").bindAll(scope.outcomes());
        }
        cellConditions(sql, scope.filter());
        return sql.add(" GROUP BY day ORDER BY day");
    }

    /** How many were created within the filter's times, whatever the rest; not counted beyond a bound. */
    static SqlText timed(RunFilter filter, int most) {
        SqlText sql = new SqlText().add("SELECT count(*) FROM (SELECT 1 FROM runs INDEXED BY runs_all_created")
            .add(" WHERE deleted_at IS NULL");
        times(sql, filter);
        return sql.add(" LIMIT ").bind(most).add(")");
    }

    /** The numbers of those that a search for a part of an id finds. */
    static SqlText searched(RunScope scope, int most) {
        return search(new SqlText().add("SELECT seq"), scope).add(" LIMIT ").bind(most);
    }

    /** How many a search for a part of an id finds. */
    static SqlText searchedCount(RunScope scope) {
        return search(new SqlText().add("SELECT count(*)"), scope);
    }

    private static SqlText search(SqlText sql, RunScope scope) {
        sql.add(" FROM runs INDEXED BY runs_search WHERE deleted_at IS NULL");
        if (scope.tasks() != null) {
            sql.add(" AND task_name IN ").bindAll(scope.tasks());
        }
        if (scope.outcomes() != null) {
            sql.add(" AND outcome IN ").bindAll(scope.outcomes());
        }
        conditions(sql, scope);
        return sql;
    }

    private static void conditions(SqlText sql, RunScope scope) {
        RunFilter filter = scope.filter();
        cellConditions(sql, filter);
        times(sql, filter);
        String part = scope.part();
        if (part != null) {
            sql.add(" AND (instr(id, ").bind(part).add(") > 0");
            if (!scope.named().isEmpty()) {
                sql.add(" OR task_name IN ").bindAll(scope.named());
            }
            sql.add(")");
        }
    }

    private static void cellConditions(SqlText sql, RunFilter filter) {
        Trigger trigger = filter.trigger();
        if (trigger != null) {
            sql.add(" AND triggered_by = ").bind(trigger.word());
        }
        if (filter.retriesOnly()) {
            sql.add(" AND retried = 1");
        }
        Integer min = filter.exitCodeMin();
        if (min != null) {
            sql.add(" AND exit_code >= ").bind(min);
        }
        Integer max = filter.exitCodeMax();
        if (max != null) {
            sql.add(" AND exit_code <= ").bind(max);
        }
    }

    private static void times(SqlText sql, RunFilter filter) {
        Instant after = filter.createdAfter();
        if (after != null) {
            sql.add(" AND created_at >= ").bind(InstantText.of(after));
        }
        Instant before = filter.createdBefore();
        if (before != null) {
            sql.add(" AND created_at <= ").bind(InstantText.of(before));
        }
    }

    private static SqlText order(SqlText sql, String key, Window window) {
        return sql.add(" ORDER BY ").add(key).add(window.direction()).add(", seq").add(window.direction());
    }
}
