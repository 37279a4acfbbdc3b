package io.runwisp.process;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A permanent platform thread that does what is posted to it, what its waiter calls for and what is due. Nothing that goes wrong in a task ends it: the listener
 * is told, and the next task follows.
 */
class EventLoop implements AutoCloseable {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private final MonotonicClock clock;
    private final Consumer<Throwable> trouble;
    private final BooleanSupplier more;
    private final Waiter waiter;
    private final Thread thread;
    private volatile boolean ended;

    private record Due(long nanos, Runnable task) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            return Long.signum(nanos - other.nanos);
        }
    }

    /**
     * A loop, not yet started.
     *
     * @param more does a piece of what is left to do at each turn; whether there is more of it
     * @param trouble told of what a task throws
     */
    EventLoop(String name, MonotonicClock clock, Waiter waiter, BooleanSupplier more, Consumer<Throwable> trouble) {
        this.clock = clock;
        this.waiter = waiter;
        this.more = more;
        this.trouble = trouble;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Has something done by this thread, in the order of the calls. Any thread may call it. */
    void post(Runnable task) {
        inbox.add(task);
        if (woken.compareAndSet(false, true)) {
            waiter.wake();
        }
    }

    /** Has something done later; this thread only. */
    void after(Duration wait, Runnable task) {
        timers.add(new Due(clock.nanos() + wait.toNanos(), task));
    }

    /** Lets the thread end after what was posted before, and waits for that. */
    @Override
    public void close() {
        post(() -> ended = true);
        boolean interrupted = false;
        while (true) {
            try {
                thread.join(LONGEST_GOODBYE);
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ended) {
            guarded(this::turn);
        }
        waiter.close();
    }

    private void turn() {
        boolean moreToDo = more.getAsBoolean();
        for (Runnable readable : waiter.await(moreToDo || ended ? 0 : millisUntilDue())) {
            guarded(readable);
        }
        woken.set(false);
        for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
            guarded(task);
        }
        long now = clock.nanos();
        for (Due due = timers.peek(); due != null && due.nanos() - now <= 0; due = timers.peek()) {
            timers.remove();
            guarded(due.task());
        }
    }

    private int millisUntilDue() {
        Due due = timers.peek();
        if (due == null) {
            return -1;
        }
        long nanos = Math.max(0, due.nanos() - clock.nanos());
        return (int) Math.min(Integer.MAX_VALUE, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            tell(e);
        }
    }

    private void tell(Throwable e) {
        try {
            trouble.accept(e);
        } catch (Throwable again) {
            e.addSuppressed(again);
        }
    }
}
