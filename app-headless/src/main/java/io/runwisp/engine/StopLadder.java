package io.runwisp.engine;

import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;

/**
 * The one way in which a run is ended, whatever the cause: its signal, its grace, the kill, and at last the pipes that somebody else still holds. It stops
 * climbing when the run is cleared.
 *
 * @param leftover whether the run has exited by itself and this is about what it left
 * @param nextAt when it climbs on, by the monotonic clock
 */
record StopLadder(StopSignal signal, Duration grace, Rung rung, boolean leftover, long nextAt) {

    /** How long what a run left behind may go on, and how long its pipes may stay open after the kill. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long the signal waits for the row that tells of it. */
    static final Duration NOTE_WAIT = Duration.ofSeconds(1);
    /** Never. */
    static final long NEVER = Long.MAX_VALUE;

    /** How far it has climbed. */
    enum Rung {
        /** The order is being written down. */
        NOTED,
        /** The leader is gone, and what it left has a while to go by itself. */
        LINGERING,
        /** The signal was sent. */
        SIGNALLED,
        /** The kill was sent. */
        KILLED,
        /** The pipes were closed; there is nothing more to do. */
        CLOSED
    }

    /** What is to be done on a rung. */
    enum Act {
        /** Send the signal. */
        SIGNAL,
        /** Send the kill. */
        KILL,
        /** Close the pipes. */
        CLOSE
    }

    /** Where it is now, and what is to be done. */
    record Climb(StopLadder ladder, List<Act> acts) {

        Climb {
            acts = List.copyOf(acts);
        }
    }

    /** Before the signal, while the order is being written down. */
    static StopLadder noted(StopSignal signal, Duration grace, Moment now) {
        return new StopLadder(signal, grace, Rung.NOTED, false, now.after(NOTE_WAIT));
    }

    /** After an exit that nobody asked for. */
    static StopLadder lingering(StopSignal signal, Duration grace, Moment now) {
        return new StopLadder(signal, grace, Rung.LINGERING, true, now.after(PATIENCE));
    }

    /** The same ladder, now about what the run has left. */
    StopLadder forRest() {
        return new StopLadder(signal, grace, Rung.LINGERING, true, nextAt);
    }

    /** Whether a signal has gone out. */
    boolean signalled() {
        return rung.compareTo(Rung.SIGNALLED) >= 0;
    }

    /** The next rung, now. */
    Climb climb(Moment now) {
        return switch (rung) {
            case NOTED, LINGERING -> signal == StopSignal.SIGKILL || grace.isZero()
                    ? kill(now)
                    : new Climb(at(Rung.SIGNALLED, now.after(grace)), List.of(Act.SIGNAL));
            case SIGNALLED -> kill(now);
            case KILLED -> new Climb(at(Rung.CLOSED, NEVER), List.of(Act.CLOSE));
            case CLOSED -> new Climb(this, List.of());
        };
    }

    /** The top, now. */
    Climb rush() {
        return new Climb(at(Rung.CLOSED, NEVER), List.of(Act.KILL, Act.CLOSE));
    }

    /** The kill, now. */
    Climb kill(Moment now) {
        return leftover ? rush() : new Climb(at(Rung.KILLED, now.after(PATIENCE)), List.of(Act.KILL));
    }

    private StopLadder at(Rung next, long deadline) {
        return new StopLadder(signal, grace, next, leftover, deadline);
    }
}
