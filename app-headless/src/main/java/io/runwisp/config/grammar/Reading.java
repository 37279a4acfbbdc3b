package io.runwisp.config.grammar;

/** What reading a text gave: a value, or the place and the reason why there is none. */
public sealed interface Reading<T> {

    /** The text was understood. */
    record Good<T>(T value) implements Reading<T> {
    }

    /**
     * The text cannot be used.
     *
     * @param offset where the offending part begins in the text, from 0; the text's length when something is missing
     *     at its end
     * @param length how long it is, at least 1
     * @param reason what is wrong, a clause without the text itself, e.g. {@code "x" is not a unit}
     */
    record Bad<T>(int offset, int length, String reason) implements Reading<T> {
        public Bad {
            if (offset < 0 || length < 1) {
                throw new IllegalArgumentException("not a place in a text: " + offset + " + " + length);
            }
        }
    }

    /** Makes a good reading. */
    static <T> Reading<T> good(T value) {
        return new Good<>(value);
    }

    /** Makes a bad reading; an empty stretch becomes one character wide, so that something can be underlined. */
    static <T> Reading<T> bad(int offset, int length, String reason) {
        return new Bad<>(offset, Math.max(1, length), reason);
    }
}
