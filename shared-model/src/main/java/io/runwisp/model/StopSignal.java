package io.runwisp.model;

import java.util.Optional;

/** A signal that may ask a run to end. The constant's name is the signal's name. */
public enum StopSignal {
    /** Asks to end; the usual one. */
    SIGTERM(15),
    /** What Ctrl-C sends. */
    SIGINT(2),
    /** What Ctrl-\ sends; many programs leave a core or a thread dump. */
    SIGQUIT(3),
    /** The terminal is gone; many daemons reload on it. */
    SIGHUP(1),
    /** Ends at once and cannot be caught. */
    SIGKILL(9),
    /** Free for the program's own meaning. */
    SIGUSR1(10),
    /** Free for the program's own meaning. */
    SIGUSR2(12);

    private final int number;

    StopSignal(int number) {
        this.number = number;
    }

    /** Its number on Linux. */
    public int number() {
        return number;
    }

    /** The signal of this name in any case, with or without {@code SIG} in front. */
    public static Optional<StopSignal> ofName(String written) {
        for (StopSignal signal : values()) {
            String name = signal.name();
            if (name.equalsIgnoreCase(written) || name.substring("SIG".length()).equalsIgnoreCase(written)) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }
}
