package io.runwisp.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the clocks disagree: compares each reading with the one before. Pure but for the last reading that it
 * keeps; owned by whoever feeds it.
 *
 * <p>Readings are compared pairwise, so that a wall clock that runs a little fast for weeks never adds up to a jump.
 */
public final class ClockWatch {

    /** From this size on a divergence is a gap and not merely lateness. */
    public static final Duration THRESHOLD = Duration.ofSeconds(60);

    /** The longest time between two readings; a clock that is set is noticed within it. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private ClockReading last;

    /** A watch that begins with this reading. */
    public ClockWatch(ClockReading first) {
        last = first;
    }

    /**
     * Takes a reading.
     *
     * @param wokenLate by how much the monotonic clock says that this reading is later than planned; zero when it was
     *     not planned
     * @return what happened since the reading before
     */
    public ClockStep read(ClockReading now, Duration wokenLate) {
        ClockReading before = last;
        last = now;
        Duration monotonic = now.since(before.nanos());
        Duration ahead = Duration.between(before.wall(), now.wall()).minus(monotonic);
        if (ahead.negated().compareTo(THRESHOLD) > 0) {
            return new ClockStep.Back(ahead.negated());
        }
        Duration slept = slept(before, now, monotonic);
        if (slept != null && slept.compareTo(THRESHOLD) > 0) {
            return new ClockStep.Suspended(slept);
        }
        if (ahead.compareTo(THRESHOLD) > 0) {
            return slept == null ? new ClockStep.ForwardOrSuspended(ahead) : new ClockStep.Forward(ahead);
        }
        return wokenLate.compareTo(THRESHOLD) > 0 ? new ClockStep.Suspended(wokenLate) : new ClockStep.Steady();
    }

    private static @Nullable Duration slept(ClockReading before, ClockReading now, Duration monotonic) {
        if (before.sinceBoot() == null || now.sinceBoot() == null) {
            return null;
        }
        return now.sinceBoot().minus(before.sinceBoot()).minus(monotonic);
    }
}
