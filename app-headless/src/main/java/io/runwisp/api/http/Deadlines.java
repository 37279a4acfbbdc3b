package io.runwisp.api.http;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Ends connections whose clients take too long to say what they want, however little they send at a time. A connection is the virtual thread that reads it: its
 * interruption closes it. Thread-safe; nobody waits in here.
 */
final class Deadlines {

    private final MonotonicClock clock;
    private final Duration lookEvery;
    private final BiConsumer<Duration, Runnable> timer;
    private final Map<Thread, Long> reading = new HashMap<>();
    private boolean looking;

    /**
     * Nobody reads yet.
     *
     * @param lookEvery how often somebody looks, while anybody reads
     * @param timer calls once after a while, from another thread
     */
    Deadlines(MonotonicClock clock, Duration lookEvery, BiConsumer<Duration, Runnable> timer) {
        this.clock = clock;
        this.lookEvery = lookEvery;
        this.timer = timer;
    }

    /** The thread begins to read what must be there within a time. */
    void begin(Duration time) {
        boolean look;
        synchronized (reading) {
            reading.put(Thread.currentThread(), clock.nanos() + time.toNanos());
            look = !looking;
            looking = true;
        }
        if (look) {
            timer.accept(lookEvery, this::look);
        }
    }

    /** It is there. Whoever was too late by then has been interrupted; from here on the thread is not any more. */
    void end() {
        synchronized (reading) {
            if (reading.remove(Thread.currentThread()) == null) {
                var _ = Thread.interrupted();
            }
        }
    }

    private void look() {
        boolean again;
        synchronized (reading) {
            long now = clock.nanos();
            for (Iterator<Map.Entry<Thread, Long>> all = reading.entrySet().iterator(); all.hasNext();) {
                Map.Entry<Thread, Long> one = all.next();
                if (now - one.getValue() >= 0 || !one.getKey().isAlive()) {
                    one.getKey().interrupt();
                    all.remove();
                }
            }
            again = !reading.isEmpty();
            looking = again;
        }
        if (again) {
            timer.accept(lookEvery, this::look);
        }
    }
}
