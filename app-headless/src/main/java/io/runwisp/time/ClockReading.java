package io.runwisp.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All clocks, read together.
 *
 * @param wall what the wall clock shows
 * @param nanos what the monotonic clock shows; it may stand still while the machine sleeps
 * @param sinceBoot how long ago the machine was started, sleep included, or null where this cannot be told
 */
public record ClockReading(Instant wall, long nanos, @Nullable Duration sinceBoot) {

    /** A reading of the two clocks that exist everywhere. */
    public ClockReading(Instant wall, long nanos) {
        this(wall, nanos, null);
    }

    /** How long ago an earlier reading of the monotonic clock was. */
    public Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos - earlierNanos);
    }
}
