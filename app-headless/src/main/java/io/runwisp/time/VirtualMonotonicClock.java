package io.runwisp.time;

import java.time.Duration;

/** A monotonic clock that stands still until time is let pass. */
public final class VirtualMonotonicClock implements MonotonicClock {

    private long shown;

    /** A clock that shows the given reading. */
    public VirtualMonotonicClock(long start) {
        shown = start;
    }

    @Override
    public synchronized long nanos() {
        return shown;
    }

    /** Lets time pass; it cannot go back. */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a monotonic clock does not go back: " + duration);
        }
        shown += duration.toNanos();
    }
}
