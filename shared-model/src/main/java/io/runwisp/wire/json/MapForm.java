package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and texts that nobody can list beforehand. A text may be null, which says something else than a name that is not there. */
record MapForm() implements ValueForm {

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            json.writeFieldName((String) entry.getKey());
            json.writeString((String) entry.getValue());
        }
        json.writeEndObject();
    }

    @Override
    public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return reading.expected(json, "an object");
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            switch (json.nextToken()) {
                case VALUE_STRING -> texts.put(name, json.getText());
                case VALUE_NULL -> texts.put(name, null);
                default -> reading.expected(json, "a string or null");
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    @Override
    public Object absent() {
        return Map.of();
    }
}
