package io.runwisp.store;

import io.runwisp.engine.Fact;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What the writer writes. */
interface ChangeMapper {

    @Insert("""
            INSERT INTO runs (id, external_execution_id, task_name, replica_index, status, end_reason, exit_code,
              is_failure, triggered_by, created_at, scheduled_at, start_at, end_at, duration_ms, retry_attempt,
              retry_of_run_id, next_retry_at, message, params_json, log_file, pid, process_start_ticks,
              process_boot_id, process_session, pipe_inodes, stop_cause, stop_grace_ms, stop_signal,
              peak_memory_bytes, cpu_time_ms, deleted_at)
            VALUES (#{id}, #{externalExecutionId}, #{taskName}, #{replicaIndex}, #{status}, #{endReason}, #{exitCode},
              #{isFailure}, #{triggeredBy}, #{createdAt}, #{scheduledAt}, #{startAt}, #{endAt}, #{durationMs},
              #{retryAttempt}, #{retryOfRunId}, #{nextRetryAt}, #{message}, #{paramsJson}, #{logFile}, #{pid},
              #{processStartTicks}, #{processBootId}, #{processSession}, #{pipeInodes}, #{stopCause}, #{stopGraceMs},
              #{stopSignal}, #{peakMemoryBytes}, #{cpuTimeMs}, #{deletedAt})
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, end_reason = excluded.end_reason,
              exit_code = excluded.exit_code, is_failure = excluded.is_failure, start_at = excluded.start_at,
              end_at = excluded.end_at, duration_ms = excluded.duration_ms, next_retry_at = excluded.next_retry_at,
              message = excluded.message, log_file = excluded.log_file, pid = excluded.pid,
              process_start_ticks = excluded.process_start_ticks, process_boot_id = excluded.process_boot_id,
              process_session = excluded.process_session, pipe_inodes = excluded.pipe_inodes,
              stop_cause = excluded.stop_cause, stop_grace_ms = excluded.stop_grace_ms,
              stop_signal = excluded.stop_signal, peak_memory_bytes = excluded.peak_memory_bytes,
              cpu_time_ms = excluded.cpu_time_ms, deleted_at = excluded.deleted_at
            """)
    void saveRun(RunRow row);

    @Delete("DELETE FROM runs WHERE id = #{id} AND end_reason IS NOT NULL")
    void deleteRun(String id);

    @Update("""
            UPDATE runs SET deleted_at = #{at}
            WHERE id = #{id} AND deleted_at IS NULL AND end_reason IS NOT NULL AND next_retry_at IS NULL
            """)
    void hideRun(@Param("id") String id, @Param("at") String at);

    @Update("UPDATE runs SET deleted_at = NULL WHERE id = #{id} AND deleted_at IS NOT NULL")
    void showRun(String id);

    @Insert("INSERT INTO events (seq, kind, at, payload) VALUES (#{seq}, #{kind}, #{at}, #{payload})")
    void appendEvent(@Param("seq") long seq, @Param("kind") String kind, @Param("at") String at,
            @Param("payload") String payload);

    @Delete("DELETE FROM events WHERE seq <= #{seq}")
    void forgetEvents(long seq);

    @Insert("""
            INSERT INTO schedule_watermarks (task_name, at, expression, zone)
            VALUES (#{taskName}, #{at}, #{expression}, #{zone})
            ON CONFLICT (task_name) DO UPDATE SET at = excluded.at, expression = excluded.expression,
              zone = excluded.zone
            """)
    void moveWatermark(@Param("taskName") String taskName, @Param("at") String at,
            @Param("expression") String expression, @Param("zone") String zone);

    @Delete("DELETE FROM schedule_watermarks WHERE task_name = #{taskName}")
    void dropWatermark(String taskName);

    @Insert("INSERT INTO facts (kind, subject, from_at, detail) VALUES (#{kind}, #{subject}, #{from}, #{detail})")
    void openFact(@Param("kind") String kind, @Param("subject") String subject, @Param("from") String from,
            @Param("detail") String detail);

    @Update("""
            UPDATE facts SET until_at = #{until} WHERE kind = #{kind} AND subject = #{subject} AND until_at IS NULL
            """)
    void closeFact(@Param("kind") String kind, @Param("subject") String subject, @Param("until") String until);

    @Delete("DELETE FROM facts WHERE until_at < #{before}")
    void forgetFacts(String before);

    @Insert("""
            INSERT INTO task_registrations (task_name, first_seen_at, last_run_at, paused_at, resumed_at, boot_id)
            VALUES (#{taskName}, #{firstSeenAt}, #{lastRunAt}, #{pausedAt}, #{resumedAt}, #{bootId})
            ON CONFLICT (task_name) DO UPDATE SET last_run_at = excluded.last_run_at, paused_at = excluded.paused_at,
              resumed_at = excluded.resumed_at, boot_id = excluded.boot_id
            """)
    void saveRegistration(RegistrationRow row);

    @Delete("DELETE FROM task_registrations WHERE task_name = #{taskName}")
    void dropRegistration(String taskName);

    @Insert("""
            INSERT INTO config_entries (key, value) VALUES (#{key}, #{value})
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """)
    void saveSetting(@Param("key") String key, @Param("value") String value);

    @Delete("DELETE FROM config_entries WHERE key = #{key}")
    void dropSetting(String key);

    /** A row of {@code task_registrations}. */
    record RegistrationRow(String taskName, String firstSeenAt, @Nullable String lastRunAt, @Nullable String pausedAt,
            @Nullable String resumedAt, @Nullable String bootId) {
    }

    /** A row of {@code facts}, without its number. {@link Fact} is what it means. */
    record FactRow(String kind, String subject, String fromAt, @Nullable String untilAt, String detail) {
    }

    /** A row of {@code schedule_watermarks}. */
    record WatermarkRow(String taskName, String at, String expression, String zone) {
    }
}
