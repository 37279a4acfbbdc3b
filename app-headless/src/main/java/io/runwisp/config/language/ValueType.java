package io.runwisp.config.language;

import io.runwisp.config.toml.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the value of a key is written and what it becomes. */
public interface ValueType<T> {

    /** Reads a value; null when it was reported as wrong, or is blank, which counts as not written. */
    @Nullable
    T read(Node node, KeyContext context);

    /** What a right value looks like, with its article: {@code a duration such as "30s"}. */
    String described();

    /** The TOML type with its article, for values of another type; empty where several are right. */
    default String form() {
        return "a string";
    }

    /** The JSON Schema of the value. */
    Map<String, Object> schema();

    /** How a value is shown, for defaults in the reference and the schema. */
    default String shown(T value) {
        return String.valueOf(value);
    }
}
