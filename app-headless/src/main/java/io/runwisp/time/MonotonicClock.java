package io.runwisp.time;

/** Measures how long things take. It never goes back and is never set; what it shows means nothing by itself. */
public interface MonotonicClock {

    /** Nanoseconds since some instant of its own. While the machine sleeps they may stand still. */
    long nanos();
}
