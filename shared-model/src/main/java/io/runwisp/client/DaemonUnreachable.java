package io.runwisp.client;

/** No answer has come: there is no daemon, the way to it is broken, or what came is not an answer of a daemon. Whether it was done is not known. */
public final class DaemonUnreachable extends ApiFailure {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What is in the way. */
    public enum Reason {
        /** The name of its machine is not known. */
        UNKNOWN_HOST,
        /** The machine is there and nothing listens. */
        NOBODY_LISTENS,
        /** No answer came in time. */
        TIMED_OUT,
        /** The connection broke, or could not be made. */
        BROKEN,
        /** Something else answered. */
        NOT_RUNWISP,
        /** A daemon of a version that is too far from this one. */
        OTHER_VERSION
    }

    /**
     * A daemon that cannot be reached.
     *
     * @param message names the address, and what to do
     */
    public DaemonUnreachable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The same, of something that answered. */
    public DaemonUnreachable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is in the way. */
    public Reason reason() {
        return reason;
    }
}
