package io.runwisp.auth.gate;

/** What the gate says: yes, with something to go on with, or no. */
public sealed interface Answer<T> {

    /** Yes. */
    record Granted<T>(T value) implements Answer<T> {
    }

    /** No. */
    record Denied<T>(Denial denial) implements Answer<T> {
    }

    /** Makes a yes. */
    static <T> Answer<T> granted(T value) {
        return new Granted<>(value);
    }

    /** Makes a no. */
    static <T> Answer<T> denied(Denial denial) {
        return new Denied<>(denial);
    }
}
