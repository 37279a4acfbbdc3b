package io.runwisp.bench.supervision;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens outside, with a bound. */
final class Wait {

    private static final Duration STEP = Duration.ofMillis(2);

    private Wait() {
    }

    /** Returns when the condition holds. */
    static void until(String what, Duration atMost, BooleanSupplier condition) {
        if (!holds(atMost, condition)) {
            throw new NotMeasured(what + ": not within " + atMost.toSeconds() + " s");
        }
    }

    /** Whether the condition comes to hold in that time. */
    static boolean holds(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(STEP);
        }
        return true;
    }

    /** Lets time pass, where that itself is the measurement. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted");
        }
    }
}
