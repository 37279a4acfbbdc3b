package io.runwisp.auth;

/**
 * The password that opens this daemon.
 *
 * @param text what a person types
 * @param origin where it came from
 */
public record Password(String text, Origin origin) {

    /** Where a password comes from. */
    public enum Origin {
        /** The variable {@code RUNWISP_PASSWORD}; it is written nowhere. */
        ENVIRONMENT,
        /** The file {@code password}. */
        FILE,
        /** Made at this start and written to the file; the one time to show it. */
        GENERATED
    }

    /** Keeps the secret out of logs and stack traces. */
    @Override
    public String toString() {
        return "Password[hidden, " + origin + "]";
    }
}
