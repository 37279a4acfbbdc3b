package io.runwisp.store;

import java.time.Duration;

/** Calls back after a while. The store reads no clock: whoever wires it hands it a timer, and a test one that it winds itself. */
@FunctionalInterface
public interface RetryTimer {

    /** Calls {@code wake} once, from any thread, when the delay is over. */
    void after(Duration delay, Runnable wake);
}
