package io.runwisp.config.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The limits of environment variables. Every reason is free of the value, which may be a secret. */
public final class EnvNames {

    /** How many bytes of UTF-8 a value may have. */
    public static final int MAX_VALUE_BYTES = 32 * 1024;

    /** How many variables and secrets one unit may have together. */
    public static final int MAX_ENTRIES = 256;

    private EnvNames() {
    }

    /** What is wrong with a key and its value: the key first, and nothing when both are fine. */
    public static Optional<String> fault(String key, String value) {
        return faultOfKey(key).or(() -> faultOfValue(value));
    }

    /** What is wrong with a key, or nothing. */
    public static Optional<String> faultOfKey(String key) {
        if (key.isEmpty()) {
            return Optional.of("the name is empty");
        }
        if (Ascii.isDigit(key.charAt(0))) {
            return Optional.of("the name begins with a digit");
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '_') {
                return Optional.of("the name has a character outside A-Z a-z 0-9 _");
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a value, or nothing. */
    public static Optional<String> faultOfValue(String value) {
        if (value.indexOf('\0') >= 0) {
            return Optional.of("the value contains a NUL character");
        }
        // A UTF-16 unit takes at most three bytes, so most values need no counting.
        if (value.length() > MAX_VALUE_BYTES / 3
                && value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
            return Optional.of("the value is longer than 32 KiB");
        }
        return Optional.empty();
    }
}
