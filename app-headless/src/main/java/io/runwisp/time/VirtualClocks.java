package io.runwisp.time;

import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until somebody moves them: time passes, the machine sleeps, the wall clock is set. */
public final class VirtualClocks implements Clocks {

    private final VirtualWallClock wall;
    private final VirtualMonotonicClock monotonic = new VirtualMonotonicClock(0);
    private Duration sinceBoot = Duration.ZERO;

    /** Clocks of a machine that was just started, when its wall clock shows the given instant. */
    public VirtualClocks(Instant start) {
        wall = new VirtualWallClock(start);
    }

    @Override
    public synchronized ClockReading read() {
        return new ClockReading(wall.now(), monotonic.nanos(), sinceBoot);
    }

    /** Lets time pass. */
    public synchronized void advance(Duration duration) {
        monotonic.advance(duration);
        sleep(duration);
    }

    /** Lets the machine sleep: the wall clock goes on, the monotonic one stands still. */
    public synchronized void sleep(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        wall.advance(duration);
        sinceBoot = sinceBoot.plus(duration);
    }

    /** Sets the wall clock by this much, forward or back; no time passes. */
    public synchronized void step(Duration size) {
        wall.advance(size);
    }

    /** The wall clock alone. */
    public WallClock wall() {
        return wall;
    }

    /** The monotonic clock alone. */
    public MonotonicClock monotonic() {
        return monotonic;
    }
}
