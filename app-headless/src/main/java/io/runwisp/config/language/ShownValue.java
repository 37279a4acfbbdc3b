package io.runwisp.config.language;

/**
 * A value as it may be shown.
 *
 * @param origin where it comes from
 */
public record ShownValue(String key, String text, Origin origin) {

    /** Where a value comes from. */
    public enum Origin {
        /** It was written in the table itself. */
        HERE,
        /** It was written in {@code [defaults]}. */
        DEFAULTS,
        /** Nobody wrote it. */
        BUILT_IN
    }
}
