package io.runwisp.daemon.boot;

/**
 * The steps of a start, in order. The configuration is read before the first, so that a mistake in it leaves no trace.
 */
public enum BootStep {

    /** Read and check the configuration. */
    CONFIGURATION(0, "reading the configuration"),
    /** Make the data directory, or look at it. */
    DIRECTORY(1, "opening the data directory"),
    /** Become its only owner. */
    LOCK(1, "locking the data directory"),
    /** Make the database, or bring it up to date. */
    DATABASE(2, "opening the database"),
    /** Find the name of this daemon. */
    FINGERPRINT(3, "finding the fingerprint"),
    /** Find the password. */
    PASSWORD(4, "finding the password"),
    /** Find the key that signs logins. */
    SECRET(5, "finding the key that signs logins"),
    /** Stop what a dead daemon left, and close its runs. */
    RECONCILE(6, "cleaning up after the last daemon"),
    /** Write the process id. */
    PID(7, "writing daemon.pid"),
    /** Bind the port and serve. */
    SERVE(8, "opening the port");

    private static final int LAST = 8;

    private final int number;
    private final String doing;

    BootStep(int number, String doing) {
        this.number = number;
        this.doing = doing;
    }

    /** The number that the documentation gives it; 0 comes before the first. */
    public int number() {
        return number;
    }

    /** What happens in it, to follow "while". */
    public String doing() {
        return doing;
    }

    /** Where a start ended that ended here. */
    String place() {
        return number == 0
                ? "before the first step, while " + doing
                : "in step " + number + " of " + LAST + ", while " + doing;
    }
}
