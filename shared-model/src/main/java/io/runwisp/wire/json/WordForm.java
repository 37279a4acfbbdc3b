package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.runwisp.model.Word;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the constants of an enumeration, as its word. */
record WordForm(Class<?> type) implements ValueForm {

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeString(((Word) value).word());
    }

    @Override
    public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            for (Object constant : type.getEnumConstants()) {
                if (((Word) constant).word().equals(json.getText())) {
                    return constant;
                }
            }
        }
        return reading.expected(json, "one of " + Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Word) constant).word())
            .collect(Collectors.joining(", ")));
    }
}
