package io.runwisp.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.engine.EventText;
import io.runwisp.engine.NoticeText;
import io.runwisp.model.Notice;
import io.runwisp.model.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Payloads as compact JSON, in the shapes of the API. May be used by any thread. */
public final class JsonEventText implements EventText, NoticeText {

    private static final int USUAL_LENGTH = 512;

    private final JsonFactory factory = new JsonFactory();

    @Override
    public String ofRun(Run run, @Nullable String error) {
        return object(json -> {
            json.writeFieldName("run");
            RunJson.write(json, run);
            text(json, "error", error);
        });
    }

    /** The payload of {@code run.deleted}. */
    public String ofDeleted(Run run) {
        return object(json -> {
            json.writeStringField("run_id", run.id().text());
            json.writeStringField("task_name", run.taskName());
        });
    }

    @Override
    public String ofUnit(String unit, String text) {
        return object(json -> {
            text(json, "task_name", unit.isEmpty() ? null : unit);
            json.writeStringField("message", text);
        });
    }

    @Override
    public String ofNotice(Notice notice, int unread) {
        return object(json -> {
            json.writeFieldName("notification");
            NoticeJson.write(json, notice);
            json.writeNumberField("unread_count", unread);
        });
    }

    @Override
    public String ofUnread(int unread) {
        return object(json -> json.writeNumberField("unread_count", unread));
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private interface Fields {

        void write(JsonGenerator json) throws IOException;
    }

    private String object(Fields fields) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = factory.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be written", e);
        }
        return text.toString();
    }
}
