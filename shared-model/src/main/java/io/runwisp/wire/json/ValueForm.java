package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the values of one type stand in JSON. */
interface ValueForm {

    /** Writes a value of this type. */
    void write(JsonGenerator json, Object value) throws IOException;

    /** Reads the value that begins with the current token, up to its last token; null when it is none, which has been noted. */
    @Nullable
    Object read(JsonParser json, Reading reading) throws IOException;

    /** What a value is when it is absent and nobody requires it. */
    default @Nullable Object absent() {
        return null;
    }
}
