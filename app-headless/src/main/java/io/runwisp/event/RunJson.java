package io.runwisp.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunOrigin;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A run as JSON: names in snake case, instants as RFC 3339 in UTC to the millisecond. */
final class RunJson {

    static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);
    private static final int NOT_YET = 0;

    private RunJson() {
    }

    static void write(JsonGenerator json, Run run) throws IOException {
        RunOrigin origin = run.origin();
        RunEnd end = run.end();
        json.writeStartObject();
        json.writeStringField("id", run.id().toString());
        json.writeStringField("task_name", run.taskName());
        json.writeStringField("status", run.phase().word());
        text(json, "end_reason", end == null ? null : end.reason().word());
        json.writeNumberField("exit_code", end == null ? NOT_YET : end.exitCode());
        instant(json, "start_at", run.start() == null ? null : run.start().at());
        instant(json, "end_at", end == null ? null : end.at());
        json.writeStringField("triggered_by", origin.trigger().word());
        instant(json, "created_at", origin.createdAt());
        json.writeNumberField("retry_attempt", origin.retryAttempt());
        text(json, "retry_of_run_id", origin.retryOf() == null ? null : origin.retryOf().toString());
        json.writeNumberField("replica_index", run.replicaIndex());
        text(json, "external_execution_id", origin.externalExecutionId());
        instant(json, "scheduled_at", origin.scheduledAt());
        instant(json, "retry_at", run.nextRetryAt());
        text(json, "message", run.message());
        if (end != null) {
            measured(json, end);
        }
        json.writeEndObject();
    }

    private static void measured(JsonGenerator json, RunEnd end) throws IOException {
        if (end.duration() != null) {
            json.writeNumberField("duration_ms", end.duration().toMillis());
        }
        RunEnd.Usage usage = end.usage();
        if (usage != null) {
            json.writeNumberField("peak_memory_bytes", usage.peakMemoryBytes());
            json.writeNumberField("cpu_time_ms", usage.cpuTime().toMillis());
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void instant(JsonGenerator json, String name, @Nullable Instant value) throws IOException {
        text(json, name, value == null ? null : INSTANT.format(value));
    }
}
