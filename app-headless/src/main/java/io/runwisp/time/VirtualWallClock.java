package io.runwisp.time;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved: weeks pass in a simulation as fast as it asks for them. */
public final class VirtualWallClock implements WallClock {

    private Instant shown;

    /** A clock that shows the given instant. */
    public VirtualWallClock(Instant start) {
        shown = start;
    }

    @Override
    public synchronized Instant now() {
        return shown;
    }

    /** Lets time pass; a negative duration steps the clock back. */
    public synchronized void advance(Duration duration) {
        shown = shown.plus(duration);
    }

    /** Sets the clock, forward or back, as an administrator or NTP would. */
    public synchronized void set(Instant instant) {
        shown = instant;
    }
}
