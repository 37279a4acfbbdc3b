package io.runwisp.api.stream;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the one thread that takes wait until somebody says that there may be something. Waking costs nothing and never waits. */
public final class Waker implements Runnable {

    private final Semaphore news = new Semaphore(0);

    @Override
    public void run() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Waits; false when nobody has woken it in time. */
    public boolean await(Duration longest) throws InterruptedException {
        boolean woken = news.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        news.drainPermits();
        return woken;
    }
}
