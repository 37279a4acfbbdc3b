package io.runwisp.api.stream;

import java.util.List;

/** The lines of the daemon's own log that are still remembered, numbered as they came. Thread-safe; nothing here waits. */
public interface DaemonLines {

    /**
     * Some lines.
     *
     * @param next the number of the line after them
     */
    record Stretch(long next, List<String> lines) {

        public Stretch {
            lines = List.copyOf(lines);
        }
    }

    /** The newest lines. */
    Stretch newest(int most);

    /** The lines from this number on that are still there, as many as are wanted at most; oldest first. */
    Stretch from(long number, int most);

    /** Calls whenever a line has come; what is called must return at once. */
    void watch(Runnable wake);

    /** Calls it no more. */
    void unwatch(Runnable wake);
}
