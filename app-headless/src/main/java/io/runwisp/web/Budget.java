package io.runwisp.web;

import java.util.function.BooleanSupplier;

/** How much may wait for one client. Thread-safe. */
final class Budget {

    private final int most;
    private int used;

    Budget(int most) {
        this.most = most;
    }

    /**
     * Waits until there is room; something always has room where nothing else is.
     *
     * @param over asked whether to give up
     * @return false when it was given up
     */
    synchronized boolean take(int size, BooleanSupplier over) {
        try {
            while (used > 0 && used + size > most && !over.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        if (over.getAsBoolean()) {
            return false;
        }
        used += size;
        return true;
    }

    synchronized void give(int size) {
        used -= size;
        notifyAll();
    }

    /** Lets those who wait look around. */
    synchronized void stir() {
        notifyAll();
    }
}
