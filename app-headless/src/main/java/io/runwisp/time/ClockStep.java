package io.runwisp.time;

import java.time.Duration;

/** What the clocks did between two readings, beyond letting time pass. */
public sealed interface ClockStep {

    /** Nothing, or so little that slots are merely late. */
    record Steady() implements ClockStep {
    }

    /** The wall clock was set forward. */
    record Forward(Duration size) implements ClockStep {
    }

    /** The wall clock was set back. */
    record Back(Duration size) implements ClockStep {
    }

    /** The machine slept, or the program was stopped, for this long. */
    record Suspended(Duration size) implements ClockStep {
    }

    /** The wall clock went ahead of the monotonic one, and whether it was set or the machine slept cannot be told. */
    record ForwardOrSuspended(Duration size) implements ClockStep {
    }
}
