package io.runwisp.daemon.life;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the main thread waits for: signals, and the end of everything. */
final class Directions {

    /** Whoever sends more signals than this at once is not heard any better. */
    private static final int MOST_WAITING = 100;
    private static final String FINISHED = "";

    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    /** A signal came; from any thread. */
    void signal(String name) {
        waiting.offer(name);
    }

    /** Everything has ended; from any thread. */
    void finished() {
        if (!waiting.offer(FINISHED)) {
            waiting.clear();
            waiting.offer(FINISHED);
        }
    }

    /** The next signal; empty when everything has ended, null when neither came in time. */
    @Nullable
    String next(Duration longest) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
