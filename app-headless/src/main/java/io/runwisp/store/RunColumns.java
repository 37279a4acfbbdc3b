package io.runwisp.store;

/** The columns of {@link RunRow}. */
final class RunColumns {

    static final String ALL = """
            id, external_execution_id, task_name, replica_index, status, end_reason, exit_code, is_failure, triggered_by,
            created_at, scheduled_at, start_at, end_at, duration_ms, retry_attempt, retry_of_run_id, next_retry_at,
            message, params_json, log_file, pid, process_start_ticks, process_boot_id, process_session, pipe_inodes,
            stop_cause, stop_grace_ms, stop_signal, peak_memory_bytes, cpu_time_ms, deleted_at""";

    private RunColumns() {
    }
}
