package io.runwisp.engine.definition;

import io.runwisp.model.BackoffCurve;
import java.time.Duration;

/**
 * How long to wait before trying again.
 *
 * @param cap the longest wait, on every curve
 */
public record Backoff(BackoffCurve curve, Duration base, Duration cap) {

    /** The cap between the runs of a chain of retries. */
    public static final Duration RETRY_CAP = Duration.ofMinutes(5);
    /** The cap between two lives of a replica. */
    public static final Duration RESTART_CAP = Duration.ofSeconds(60);

    /** The wait before the nth try in a row, counted from 1. */
    public Duration before(int n) {
        Duration wait = switch (curve) {
            case CONSTANT -> base;
            case LINEAR -> atMost(base, n);
            case EXPONENTIAL -> atMost(base, 1L << Math.min(n - 1, 40));
        };
        return wait.compareTo(cap) > 0 ? cap : wait;
    }

    private Duration atMost(Duration wait, long times) {
        return wait.isZero() || wait.compareTo(cap.dividedBy(times).plusMillis(1)) <= 0 ? wait.multipliedBy(times)
                : cap;
    }
}
