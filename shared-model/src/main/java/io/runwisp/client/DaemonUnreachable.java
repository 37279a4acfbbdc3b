package io.runwisp.client;

/** No answer has come: there is no daemon, the way to it is broken, or what came is not an answer of a daemon. Whether it was done is not known. */
public final class DaemonUnreachable extends ApiFailure {

    private static final long serialVersionUID = 1;

    /**
     * A daemon that cannot be reached.
     *
     * @param message names the address, and what to do
     */
    public DaemonUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
