package io.runwisp.time;

/** The monotonic clock of this machine. */
public final class SystemMonotonicClock implements MonotonicClock {

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
