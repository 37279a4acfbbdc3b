package io.runwisp.store;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads runs. */
interface RunMapper {

    @Select("SELECT " + RunColumns.ALL + " FROM runs WHERE id = #{id}")
    @Nullable
    RunRow find(String id);

    /**
     * The newest run of each unit.
     *
     * @param names a JSON list; names of units need no escapes
     */
    @Select("SELECT " + RunColumns.ALL + """
             FROM runs WHERE id IN (SELECT (SELECT id FROM runs INDEXED BY runs_task_created
              WHERE task_name = unit.value AND deleted_at IS NULL ORDER BY created_at DESC, seq DESC LIMIT 1)
              FROM json_each(#{names}) AS unit)
            """)
    List<RunRow> newestOf(String names);

    /** All counters as one text: there are thousands, and a row costs more than its parsing. */
    @Select("""
            SELECT group_concat(cell || char(9) || task_name || char(9) || outcome || char(9) || triggered_by || char(9) || exit_code
              || char(9) || retried || char(9) || n, char(10))
            FROM (SELECT * FROM run_counts ORDER BY cell)
            """)
    @Nullable
    String cellsText();

    /** Of the same counters, in the same order, only how many runs there are. No counter is ever removed. */
    @Select("SELECT group_concat(n, char(10)) FROM (SELECT n FROM run_counts ORDER BY cell)")
    @Nullable
    String sizesText();

    /** A number that changes when another connection has committed. */
    @Select("PRAGMA data_version")
    long dataVersion();

    /** How many runs there are of each sort of run; none of some. */
    default List<RunCell> cells() {
        return RunCell.read(cellsText());
    }

    /** The same, read again. */
    default List<RunCell> cells(List<RunCell> known) {
        return RunCell.again(known, sizesText()).orElseGet(this::cells);
    }

    @Select(SqlText.WHOLE)
    List<RunRow> list(SqlText query);

    @Select(SqlText.WHOLE)
    @Nullable
    String text(SqlText query);

    /** What a statement of {@link RunCountSql} counts for each value. */
    default List<RunTally> tallies(SqlText query) {
        return RunTally.read(text(query));
    }

    @Select(SqlText.WHOLE)
    long count(SqlText query);

    @Select("""
            SELECT max(end_at) FROM runs INDEXED BY runs_failure_end
            WHERE end_reason IN ('failed', 'crashed', 'timeout', 'log_overflow') AND deleted_at IS NULL
            """)
    @Nullable
    String lastFailure();

    @Select("SELECT max(deleted_at) FROM runs INDEXED BY runs_deleted WHERE deleted_at IS NOT NULL")
    @Nullable
    String newestDeletion();

    @Select("SELECT coalesce(max(seq), 0) FROM runs")
    long lastSeq();

    /** The run that was recorded last. */
    @Select("SELECT id FROM runs ORDER BY seq DESC LIMIT 1")
    @Nullable
    String lastId();

    @Select("SELECT seq FROM runs WHERE id = #{id}")
    @Nullable
    Long seqOf(String id);

    @Select("SELECT " + RunColumns.ALL + """
             FROM runs WHERE task_name = #{task} AND deleted_at IS NULL AND end_reason IS NOT NULL
              AND created_at < #{before}
            ORDER BY created_at, seq LIMIT #{limit}
            """)
    List<RunRow> endedBefore(@Param("task") String task, @Param("before") String before, @Param("limit") int limit);

    @Select("SELECT " + RunColumns.ALL + """
             FROM runs WHERE task_name = #{task} AND deleted_at IS NULL AND end_reason IS NOT NULL
            ORDER BY created_at, seq LIMIT #{limit}
            """)
    List<RunRow> oldestEndedOf(@Param("task") String task, @Param("limit") int limit);

    @Select("SELECT " + RunColumns.ALL + """
             FROM runs INDEXED BY runs_all_created WHERE deleted_at IS NULL AND end_reason IS NOT NULL
            ORDER BY created_at, seq LIMIT #{limit}
            """)
    List<RunRow> oldestEnded(int limit);

    @Select("SELECT " + RunColumns.ALL + """
             FROM runs WHERE deleted_at IS NOT NULL AND deleted_at <= #{before} ORDER BY deleted_at, seq LIMIT #{limit}
            """)
    List<RunRow> deletedBefore(@Param("before") String before, @Param("limit") int limit);
}
