package io.runwisp.client;

/** An operation has not been done, or nobody knows whether it has. */
public abstract sealed class ApiFailure extends RuntimeException permits ApiProblem, DaemonUnreachable {

    private static final long serialVersionUID = 1;

    ApiFailure(String message, Throwable cause) {
        super(message, cause);
    }

    ApiFailure(String message) {
        super(message);
    }
}
