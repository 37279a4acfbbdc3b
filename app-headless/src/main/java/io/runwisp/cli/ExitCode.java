package io.runwisp.cli;

/** How a command ended, for the shell. {@code exec} and {@code run-task --wait} hand on the run's own code instead. */
public final class ExitCode {

    /** Did what was asked. */
    public static final int GOOD = 0;
    /** Could not do it; the error stream says why. */
    public static final int FAILED = 1;
    /** Was not asked in a way that can be understood. */
    public static final int USAGE = 2;

    private ExitCode() {
    }
}
