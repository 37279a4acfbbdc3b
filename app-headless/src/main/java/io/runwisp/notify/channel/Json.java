package io.runwisp.notify.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.notify.http.Post;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of JSON, field by field. A text that is null or empty is left out. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private Json(JsonGenerator json) {
        this.json = json;
    }

    /** What writes the fields of an object. */
    @FunctionalInterface
    interface Fields {

        void write(Json object) throws IOException;
    }

    static Post post(URI address, Map<String, String> headers, Fields body) {
        return new Post(address, headers, Post.JSON, of(body));
    }

    static String of(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new Json(json).item(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be written", e);
        }
        return text.toString();
    }

    Json text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
        return this;
    }

    Json number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    Json truth(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
        return this;
    }

    Json object(String name, Fields fields) throws IOException {
        json.writeFieldName(name);
        return item(fields);
    }

    /** A list whose items are written by {@link #item}. */
    Json list(String name, Fields items) throws IOException {
        json.writeArrayFieldStart(name);
        items.write(this);
        json.writeEndArray();
        return this;
    }

    Json item(Fields fields) throws IOException {
        json.writeStartObject();
        fields.write(this);
        json.writeEndObject();
        return this;
    }
}
