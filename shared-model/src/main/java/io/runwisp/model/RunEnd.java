package io.runwisp.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param exitCode -1 for a run that never started, -2 for one whose exit nobody saw
 * @param failure whether its unit counts it as a failure
 * @param duration how long it ran by the monotonic clock, or null when it did not run
 * @param usage what it used, or null when the kernel did not tell
 */
public record RunEnd(Instant at, EndReason reason, int exitCode, boolean failure, @Nullable Duration duration,
        @Nullable Usage usage) {

    /** The exit code of a run that never started. */
    public static final int NEVER_STARTED = -1;
    /** The exit code of a run whose exit nobody saw. */
    public static final int UNSEEN = -2;

    /** The end of a run that does not run. */
    public static RunEnd without(Instant at, EndReason reason, boolean failure) {
        return new RunEnd(at, reason, NEVER_STARTED, failure, null, null);
    }

    /**
     * What the kernel accounted to a process.
     *
     * @param peakMemoryBytes the most memory that it had at once
     * @param cpuTime the time that it computed
     */
    public record Usage(long peakMemoryBytes, Duration cpuTime) {
    }
}
