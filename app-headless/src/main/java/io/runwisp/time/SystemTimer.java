package io.runwisp.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls back after a while, by the monotonic clock, on one thread of its own, which there is only from the first call on. */
public final class SystemTimer implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    /** A timer whose thread has this name and does not keep the program alive. */
    public SystemTimer(String name) {
        executor = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Calls once, when the delay is over; what is called must be quick. After the end of the timer nothing is called. */
    public void after(Duration delay, Runnable wake) {
        if (!executor.isShutdown()) {
            var _ = executor.schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Forgets all calls that are still to come. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
