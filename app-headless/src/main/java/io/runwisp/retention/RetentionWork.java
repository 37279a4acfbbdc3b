package io.runwisp.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the thread of retention does, turn by turn: purges what nobody can take back any more, and sweeps when that was asked for. While deletions can be taken
 * back it looks every {@link #LOOK} whether their time is over; else it waits without a sign of life. Asking never waits.
 */
public final class RetentionWork {

    /** How often it looks for what nobody can take back any more. */
    static final Duration LOOK = Duration.ofSeconds(2);

    private final Sweeper sweeper;
    private final UndoWindow undo;
    private volatile Policies policies;
    private final Supplier<Instant> now;
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean sweepWanted = new AtomicBoolean();

    /** @param now the wall clock */
    public RetentionWork(Sweeper sweeper, UndoWindow undo, Policies policies, Supplier<Instant> now) {
        this.sweeper = sweeper;
        this.undo = undo;
        this.policies = policies;
        this.now = now;
    }

    /** From the next sweep on these hold. */
    public void policies(Policies other) {
        policies = other;
    }

    /** Wants a sweep. */
    public void sweep() {
        sweepWanted.set(true);
        news.release();
    }

    /** Runs were deleted. */
    public void deleted() {
        news.release();
    }

    /** Waits until there may be something to do. */
    public void await() throws InterruptedException {
        if (!undo.isWaiting()) {
            news.acquire();
        } else if (!news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        news.drainPermits();
    }

    /** Does what is to be done, and tells what came of it. */
    public void turn(Consumer<Sweep> told) {
        boolean wanted = sweepWanted.getAndSet(false);
        told.accept(sweeper.purge(now.get(), undo.expired()));
        if (wanted) {
            told.accept(sweeper.sweep(now.get(), policies));
        }
    }
}
