package io.runwisp.cli.terminal;

/**
 * The two streams of a command. The only way to the outside: tests hand in their own.
 *
 * @param out what was asked for
 * @param err what went wrong on the way
 */
public record Console(Printer out, Printer err) {

    /** Hands everything written so far to the system, in the order out, err. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
