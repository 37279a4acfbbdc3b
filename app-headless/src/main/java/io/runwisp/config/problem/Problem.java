package io.runwisp.config.problem;

/**
 * One thing that is wrong with a configuration, or worth a warning.
 *
 * @param place where
 * @param key the dotted key it is about, e.g. {@code tasks.backup.timeout}; empty when it is about no key
 * @param message what is wrong, one sentence that names the thing, without a full stop
 * @param expected what would be right; empty when the message says it all
 * @param remedy what to do; empty when {@code expected} says it all
 */
public record Problem(Severity severity, Place place, String key, String message, String expected, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The configuration is not loaded. */
        ERROR,
        /** The configuration is loaded. */
        WARNING
    }
}
