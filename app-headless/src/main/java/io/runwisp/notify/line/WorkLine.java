package io.runwisp.notify.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Things that wait in a line, and the virtual thread that does them one after the other, which is there only while any wait. What is under way stays the first
 * in the line until it is done. Any thread hands in, and none of them waits.
 */
public final class WorkLine<T> {

    private final String name;
    private final int most;
    private final Job<T> job;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private @Nullable Thread worker;
    private boolean underWay;
    private boolean crowded;
    private boolean closed;

    /** What is done with each. All but {@link #gaveWay} is called by the worker. */
    public interface Job<T> {

        /** Does the first in the line. It is interrupted when the line is closed, and at no other time. */
        Step take(T first);

        /** Taking this one ran into a fault, and it is in the line no more. */
        void failed(T first, Throwable fault);

        /**
         * There were too many, and this one is in the line no more. Called by whoever has handed in the last one.
         *
         * @param first whether none has given way since the line was empty
         */
        void gaveWay(T oldest, boolean first);

        /** The first in the line is dealt with, for good or for now. */
        void moved();
    }

    /** What came of the first in the line. */
    public sealed interface Step {
    }

    /** It is in the line no more. */
    public record Done() implements Step {
    }

    /** It waits on, and may give way; after a while the first in the line is taken. */
    public record Again(Duration pause) implements Step {
    }

    /**
     * A line in which nothing waits.
     *
     * @param name of its thread
     * @param most so many are in the line; of more, the oldest that is not under way gives way
     */
    public WorkLine(String name, int most, Job<T> job) {
        this.name = name;
        this.most = most;
        this.job = job;
    }

    /** Hands in. In a line that is closed it only waits. */
    public void offer(T last) {
        T lost = null;
        boolean first = false;
        lock.lock();
        try {
            waiting.addLast(last);
            if (waiting.size() > most) {
                lost = oldestThatWaits();
                first = !crowded;
                crowded = true;
            }
            beginIfNeeded();
        } finally {
            lock.unlock();
        }
        if (lost != null) {
            job.gaveWay(lost, first);
        }
    }

    private T oldestThatWaits() {
        T oldest = waiting.removeFirst();
        if (!underWay) {
            return oldest;
        }
        T second = waiting.removeFirst();
        waiting.addFirst(oldest);
        return second;
    }

    private void beginIfNeeded() {
        if (worker == null && !closed && !waiting.isEmpty()) {
            worker = Thread.ofVirtual().name(name).start(this::live);
        }
    }

    /** What is not done yet, oldest first. */
    public List<T> waiting() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until nothing is under way and nothing can be done.
     *
     * @return what is left of the time; nothing of it when it was not long enough
     */
    public Duration drain(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (worker != null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Duration.ofNanos(worker == null ? Math.max(0, left) : 0);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends: what is under way is interrupted, what waits stays in the line.
     *
     * @return whether anything was under way
     */
    public boolean close() {
        Thread working;
        lock.lock();
        try {
            closed = true;
            working = worker;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (working != null) {
            working.interrupt();
        }
        return working != null;
    }

    /** Whether it has ended. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** For a job that wants to wait and keep its place; false when the line was closed meanwhile. */
    public boolean pause(Duration length) {
        long left = length.toNanos();
        lock.lock();
        try {
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void live() {
        try {
            for (T first = first(); first != null; first = first()) {
                Step step = taken(first);
                settle(step);
                job.moved();
                if (step instanceof Again(Duration pause)) {
                    pause(pause);
                }
            }
        } finally {
            relieve();
        }
    }

    private Step taken(T first) {
        try {
            return job.take(first);
        } catch (RuntimeException | Error fault) {
            job.failed(first, fault);
            return new Done();
        }
    }

    private @Nullable T first() {
        lock.lock();
        try {
            crowded &= !waiting.isEmpty();
            if (waiting.isEmpty() || closed) {
                end();
                return null;
            }
            // A job may leave its thread interrupted; the line interrupts it only after it was closed.
            Thread.interrupted();
            underWay = true;
            return waiting.getFirst();
        } finally {
            lock.unlock();
        }
    }

    private void settle(Step step) {
        lock.lock();
        try {
            underWay = false;
            if (step instanceof Done) {
                waiting.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        worker = null;
        changed.signalAll();
    }

    /** A worker that died of a fault that could not even be told is followed by another one, without what it died of. */
    private void relieve() {
        lock.lock();
        try {
            if (!Thread.currentThread().equals(worker)) {
                return;
            }
            if (underWay) {
                underWay = false;
                waiting.removeFirst();
            }
            end();
            beginIfNeeded();
        } finally {
            lock.unlock();
        }
    }
}
