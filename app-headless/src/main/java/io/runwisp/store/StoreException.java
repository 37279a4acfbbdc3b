package io.runwisp.store;

/** The database did what it never should, or this program asked what it never should. */
public final class StoreException extends RuntimeException {

    /** A fault without a cause below it. */
    public StoreException(String message) {
        super(message);
    }

    /** A fault that comes from below. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
