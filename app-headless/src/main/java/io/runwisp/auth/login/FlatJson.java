package io.runwisp.auth.login;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON inside a token, for the library: one object of texts and whole numbers. Ours hold nothing else, so nothing else
 * is read: no arrays, no objects within, no name twice, nothing after the end.
 */
final class FlatJson {

    private static final JsonFactory JSON = JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();

    private FlatJson() {
    }

    static final class Writer extends AbstractSerializer<Map<String, ?>> {

        @Override
        protected void doSerialize(Map<String, ?> values, OutputStream out) throws IOException {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                for (Map.Entry<String, ?> entry : values.entrySet()) {
                    switch (entry.getValue()) {
                        case String text -> json.writeStringField(entry.getKey(), text);
                        case Number number -> json.writeNumberField(entry.getKey(), number.longValue());
                        case null, default -> throw new IOException(entry.getKey() + " is neither text nor number");
                    }
                }
                json.writeEndObject();
            }
        }
    }

    static final class Reader extends AbstractDeserializer<Map<String, ?>> {

        @Override
        protected Map<String, ?> doDeserialize(java.io.Reader text) throws IOException {
            Map<String, Object> values = new LinkedHashMap<>();
            try (JsonParser json = JSON.createParser(text)) {
                expect(json.nextToken() == JsonToken.START_OBJECT);
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    switch (json.nextToken()) {
                        case VALUE_STRING -> values.put(name, json.getText());
                        case VALUE_NUMBER_INT -> values.put(name, json.getLongValue());
                        case null, default -> expect(false);
                    }
                }
                expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            }
            return values;
        }

        private static void expect(boolean met) throws IOException {
            if (!met) {
                throw new IOException("not one object of texts and whole numbers");
            }
        }
    }
}
