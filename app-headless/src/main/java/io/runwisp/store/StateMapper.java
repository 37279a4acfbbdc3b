package io.runwisp.store;

import io.runwisp.store.ChangeMapper.FactRow;
import io.runwisp.store.ChangeMapper.RegistrationRow;
import io.runwisp.store.ChangeMapper.WatermarkRow;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What is read beside the lists of runs: what the engine starts from, events, facts, settings. */
interface StateMapper {

    @Select("SELECT " + RunColumns.ALL + " FROM runs WHERE end_reason IS NULL ORDER BY created_at, seq")
    List<RunRow> unfinished();

    @Select("SELECT " + RunColumns.ALL + " FROM runs WHERE next_retry_at IS NOT NULL ORDER BY next_retry_at, seq")
    List<RunRow> awaitingRetry();

    @Select("SELECT task_name, at, expression, zone FROM schedule_watermarks ORDER BY task_name")
    List<WatermarkRow> watermarks();

    @Select("""
            SELECT task_name, first_seen_at, last_run_at, paused_at, resumed_at, boot_id FROM task_registrations
            ORDER BY task_name
            """)
    List<RegistrationRow> registrations();

    @Select("SELECT kind, subject, from_at, until_at, detail FROM facts WHERE until_at IS NULL ORDER BY from_at, id")
    List<FactRow> openFacts();

    @Select("""
            SELECT kind, subject, from_at, until_at, detail FROM facts
            WHERE (until_at >= #{from} OR until_at IS NULL) AND from_at <= #{until} AND subject IN ('', #{subject})
            ORDER BY from_at, id
            """)
    List<FactRow> facts(@Param("subject") String subject, @Param("from") String from, @Param("until") String until);

    @Select("SELECT " + RunColumns.ALL + """
             FROM runs INDEXED BY runs_task_created WHERE task_name = #{unit} AND deleted_at IS NULL AND created_at >= #{from}
            ORDER BY created_at, seq LIMIT #{limit}
            """)
    List<RunRow> runsFrom(@Param("unit") String unit, @Param("from") String from, @Param("limit") int limit);

    @Select("SELECT " + RunColumns.ALL + """
             FROM runs INDEXED BY runs_task_created WHERE task_name = #{unit} AND deleted_at IS NULL AND created_at <= #{until}
            ORDER BY created_at DESC, seq DESC LIMIT #{limit}
            """)
    List<RunRow> runsUntil(@Param("unit") String unit, @Param("until") String until, @Param("limit") int limit);

    @Select("SELECT coalesce(max(seq), 0) FROM events")
    long lastEvent();

    @Select("SELECT coalesce(min(seq), 0) FROM events")
    long firstEvent();

    @Select("SELECT seq, kind, at, payload FROM events WHERE seq > #{seq} ORDER BY seq LIMIT #{limit}")
    List<EventRow> eventsAfter(@Param("seq") long seq, @Param("limit") int limit);

    @Select("SELECT value FROM config_entries WHERE key = #{key}")
    @Nullable
    String setting(String key);

    @Select("SELECT task_name, end_reason, duration_band, n, duration_ms, last_at FROM run_totals")
    List<TotalRow> totals();

    @Select("""
            SELECT task_name, count(*) FROM runs INDEXED BY runs_active
            WHERE end_reason IS NULL AND status = 'running' GROUP BY task_name
            """)
    List<ActiveRow> active();

    /** A row of {@code run_totals}. */
    record TotalRow(String taskName, String endReason, int durationBand, long n, long durationMs, String lastAt) {
    }

    /** How many runs of a unit run. */
    record ActiveRow(String taskName, int n) {
    }

    /** A row of {@code events}. */
    record EventRow(long seq, String kind, String at, String payload) {
    }
}
