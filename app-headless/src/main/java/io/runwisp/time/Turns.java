package io.runwisp.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets others go first. */
public final class Turns {

    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    private Turns() {
    }

    /**
     * Pauses for a moment: a virtual thread is not interrupted in what it computes, and those that were woken from outside get their turn only when the others
     * have gone to sleep, for which giving up the turn alone is not enough.
     */
    public static void pass() {
        LockSupport.parkNanos(PAUSE);
    }
}
