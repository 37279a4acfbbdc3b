package io.runwisp.process;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sleeps until it is woken, with what every JVM has. */
final class PermitWaiter implements Waiter {

    private final Semaphore woken = new Semaphore(0);

    @Override
    public List<Runnable> await(int millis) {
        try {
            if (millis < 0) {
                woken.acquire();
            } else if (woken.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException _) {
            // Nobody has the right to end this thread: it looks at its inbox and goes on.
        }
        return List.of();
    }

    @Override
    public void wake() {
        woken.release();
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
