package io.runwisp.store;

import io.runwisp.model.RunFilter;
import io.runwisp.model.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The statements that find runs. Each names its index: which one is right depends on the values, and SQLite does not look at them. */
final class RunListSql {

    static final String SOUGHT = "created_at";
    /** SQLite seeks by one bound, the first: with a plus it looks for none in this, and takes the value that the page is entered at. */
    static final String CHECKED = "+created_at";

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

    /**
     * The rows of a page among those that a search found.
     *
     * @param group what the list is sorted by before the key of the window, or null
     */
    static SqlText pageOf(String numbers, @Nullable RunGroup group, Window window) {
        String order = (group == null ? "" : group.column() + window.direction() + ", ") + window.key().column()
                + window.direction() + ", seq" + window.direction();
        return new SqlText()
            .add("WITH page (seq) AS MATERIALIZED (SELECT seq FROM runs WHERE seq IN (SELECT value FROM json_each(")
            .bind(numbers)
            .add(")) ORDER BY ")
            .add(order)
            .add(" LIMIT ")
            .bind(window.limit())
            .add(" OFFSET ")
            .bind(window.offset())
            .add(") SELECT ")
            .add(RunColumns.ALL)
            .add(" FROM page CROSS JOIN runs USING (seq) ORDER BY ")
            .add(order);
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
        Object start = window.start();
        if ("cell".equals(walk.by())) {
            ofCells(sql, scope);
            times(sql, scope.filter(), SOUGHT);
            order(sql, window.key().column(), window);
            return;
        }
        if (scope.tasks() != null && !"task_name".equals(walk.by())) {
            sql.add(" AND task_name IN ").bindAll(scope.tasks());
        }
        if (scope.outcomes() != null && !"outcome".equals(walk.by())) {
            sql.add(" AND outcome IN ").bindAll(scope.outcomes());
        }
        boolean entered = start != null && window.key() == SortKey.CREATED;
        conditions(sql, scope, entered ? CHECKED : SOUGHT);
        if (start != null) {
            sql.add(" AND ").add(window.key().column()).add(window.descending() ? " <= " : " >= ").bind(start);
        }
        order(sql, window.key().column(), window);
    }

    /** Those of the cells that pass, and no others. */
    static void ofCells(SqlText sql, RunScope scope) {
        sql.add(" AND (task_name, outcome, triggered_by, exit_code, retried) IN (SELECT task_name, outcome, triggered_by,")
            .add(" exit_code, retried FROM run_counts WHERE cell IN (SELECT value FROM json_each(")
            .bind(scope.numbers())
            .add(")))");
    }

    /** @param created the column of creation, which is sought by or only checked */
    static void conditions(SqlText sql, RunScope scope, String created) {
        RunFilter filter = scope.filter();
        cellConditions(sql, filter);
        times(sql, filter, created);
        String part = scope.part();
        if (part != null) {
            sql.add(" AND (instr(id, ").bind(part).add(") > 0");
            if (!scope.named().isEmpty()) {
                sql.add(" OR task_name IN ").bindAll(scope.named());
            }
            sql.add(")");
        }
    }

    static void cellConditions(SqlText sql, RunFilter filter) {
        Trigger trigger = filter.trigger();
        if (trigger != null) {
            sql.add(" AND triggered_by = ").bind(trigger.word());
        }
        if (filter.retriesOnly()) {
            sql.add(" AND retried = 1");
        }
        Integer min = filter.exitCodeMin();
        Integer max = filter.exitCodeMax();
        if (min != null && min.equals(max)) {
            sql.add(" AND exit_code = ").bind(min);
            return;
        }
        if (min != null) {
            sql.add(" AND exit_code >= ").bind(min);
        }
        if (max != null) {
            sql.add(" AND exit_code <= ").bind(max);
        }
    }

    static void times(SqlText sql, RunFilter filter) {
        times(sql, filter, SOUGHT);
    }

    private static void times(SqlText sql, RunFilter filter, String created) {
        Instant after = filter.createdAfter();
        if (after != null) {
            sql.add(" AND ").add(created).add(" >= ").bind(InstantText.of(after));
        }
        Instant before = filter.createdBefore();
        if (before != null) {
            sql.add(" AND ").add(created).add(" <= ").bind(InstantText.of(before));
        }
    }

    private static SqlText order(SqlText sql, String key, Window window) {
        return sql.add(" ORDER BY ").add(key).add(window.direction()).add(", seq").add(window.direction());
    }
}
