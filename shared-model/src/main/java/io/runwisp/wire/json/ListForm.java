package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list. One that is absent is empty.
 *
 * @param element how its elements stand
 */
record ListForm(ValueForm element) implements ValueForm {

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartArray();
        for (Object item : (List<?>) value) {
            element.write(json, item);
        }
        json.writeEndArray();
    }

    @Override
    public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            return reading.expected(json, "a list");
        }
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Object item = element.read(json, reading);
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    @Override
    public Object absent() {
        return List.of();
    }
}
