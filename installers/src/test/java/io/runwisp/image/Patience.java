package io.runwisp.image;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what must come: looks again and again, and fails when the bound is reached. */
public final class Patience {

    /** Generous, because the machine may be busy; what works takes a fraction of it. */
    static final Duration BOUND = Duration.ofSeconds(60);

    private static final long LOOK_EVERY_MS = 20;

    private Patience() {
    }

    public static void until(String what, Callable<Boolean> condition, Supplier<String> otherwise) throws Exception {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not within " + BOUND.toSeconds() + " s: " + what + "\n" + otherwise.get());
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
