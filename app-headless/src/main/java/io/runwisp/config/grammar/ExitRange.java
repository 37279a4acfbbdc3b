package io.runwisp.config.grammar;

/** Exit codes from one to another, both included, within 1 to 255. */
public record ExitRange(int from, int to) {

    public ExitRange {
        if (from < 1 || to > 255 || from > to) {
            throw new IllegalArgumentException("not a range of exit codes: " + from + "-" + to);
        }
    }

    /** Whether the code lies within. */
    public boolean contains(int code) {
        return from <= code && code <= to;
    }

    /** The form in which it is configured. */
    public String show() {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
