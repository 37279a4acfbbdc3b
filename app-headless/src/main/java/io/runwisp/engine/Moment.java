package io.runwisp.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Both clocks, read together: slots are compared with the wall clock, durations with the monotonic one.
 *
 * @param wall what the wall clock shows, to the millisecond
 * @param nanos what the monotonic clock shows
 */
public record Moment(Instant wall, long nanos) {

    /** What the monotonic clock will show after a while; never beyond its range. */
    public long after(Duration wait) {
        long most = Long.MAX_VALUE - nanos;
        try {
            return nanos + Math.min(wait.toNanos(), most);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** What the wall clock would have shown when the monotonic clock showed this; it never shows what is still to come. */
    public Instant wallAt(long earlierNanos) {
        return wall.minusNanos(Math.max(0, nanos - earlierNanos)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How long ago something was, by the monotonic clock. */
    public Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos - earlierNanos);
    }
}
