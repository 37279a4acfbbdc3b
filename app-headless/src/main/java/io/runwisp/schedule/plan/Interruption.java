package io.runwisp.schedule.plan;

import io.runwisp.time.ClockStep;
import java.time.Duration;

/**
 * What kept the planner from looking in time.
 *
 * @param kind what it was
 * @param size how long it lasted, or how far the clock was set; zero where this is not known
 */
public record Interruption(Kind kind, Duration size) {

    /** Nothing: slots are on time, or a little late. */
    public static final Interruption NONE = new Interruption(Kind.NONE, Duration.ZERO);
    /** The first look after a start of the daemon. */
    public static final Interruption DAEMON_DOWN = new Interruption(Kind.DAEMON_DOWN, Duration.ZERO);
    /** The first look after the journal could be written again. */
    public static final Interruption JOURNAL_STALLED = new Interruption(Kind.JOURNAL_STALLED, Duration.ZERO);

    /** Causes; all but {@link #NONE} and {@link #CLOCK_BACK} make a gap of what lies between the mark and now. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** The daemon did not run. */
        DAEMON_DOWN,
        /** The journal could not be written, so nothing was started. */
        JOURNAL_STALLED,
        /** The clock was set forward. */
        CLOCK_FORWARD,
        /** The clock was set back. */
        CLOCK_BACK,
        /** The machine slept, or the daemon was stopped. */
        SUSPENDED,
        /** The clock was set forward, or the machine slept. */
        FORWARD_OR_SUSPENDED,
        /** The daemon was held up, though no clock shows why. */
        HELD_UP
    }

    /** What a step of the clocks means to a plan. */
    public static Interruption of(ClockStep step) {
        return switch (step) {
            case ClockStep.Steady() -> NONE;
            case ClockStep.Forward(Duration size) -> new Interruption(Kind.CLOCK_FORWARD, size);
            case ClockStep.Back(Duration size) -> new Interruption(Kind.CLOCK_BACK, size);
            case ClockStep.Suspended(Duration size) -> new Interruption(Kind.SUSPENDED, size);
            case ClockStep.ForwardOrSuspended(Duration size) -> new Interruption(Kind.FORWARD_OR_SUSPENDED, size);
        };
    }

    /** Whether slots up to now were missed rather than merely late. */
    public boolean makesGap() {
        return kind != Kind.NONE && kind != Kind.CLOCK_BACK;
    }
}
