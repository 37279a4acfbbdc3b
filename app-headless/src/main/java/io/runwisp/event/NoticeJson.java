package io.runwisp.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.model.Notice;
import java.io.IOException;
import java.time.Instant;

/** A row of the bell as JSON, in the shape of the API. */
final class NoticeJson {

    private NoticeJson() {
    }

    static void write(JsonGenerator json, Notice notice) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", notice.id());
        json.writeStringField("fingerprint", notice.fingerprint());
        json.writeStringField("kind", notice.kind().word());
        json.writeStringField("severity", notice.severity().word());
        json.writeStringField("task_name", notice.unit());
        json.writeStringField("run_id", notice.runId());
        json.writeStringField("title", notice.title());
        json.writeStringField("body", notice.body());
        json.writeNumberField("count", notice.count());
        json.writeArrayFieldStart("occurrences");
        for (Instant at : notice.occurrences()) {
            json.writeString(RunJson.INSTANT.format(at));
        }
        json.writeEndArray();
        json.writeStringField("created_at", RunJson.INSTANT.format(notice.createdAt()));
        json.writeStringField("last_occurred_at", RunJson.INSTANT.format(notice.lastOccurredAt()));
        if (notice.readAt() != null) {
            json.writeStringField("read_at", RunJson.INSTANT.format(notice.readAt()));
        }
        json.writeEndObject();
    }
}
