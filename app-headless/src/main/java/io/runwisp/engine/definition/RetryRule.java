package io.runwisp.engine.definition;

/**
 * How often a failed run of a task is tried again.
 *
 * @param attempts how many retries follow the first run; {@link #UNLIMITED} for {@code restart = "on_failure"}
 */
public record RetryRule(int attempts, Backoff backoff) {

    /** No end of retries. */
    public static final int UNLIMITED = Integer.MAX_VALUE;
}
