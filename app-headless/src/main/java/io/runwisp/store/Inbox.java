package io.runwisp.store;

import io.runwisp.engine.RunJournal.Admission;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where batches wait for the writer. Bounded by the number of changes that are accepted and not yet settled, those in the writer's hands included. Handing
 * over never waits.
 */
final class Inbox {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Submission> waiting = new ArrayDeque<>();
    private int unsettled;
    private boolean retryDue;
    private boolean closed;

    Inbox(int capacity) {
        this.capacity = capacity;
    }

    Admission offer(Submission submission) {
        lock.lock();
        try {
            if (closed) {
                return Admission.CLOSED;
            }
            if (unsettled > 0 && unsettled + submission.size() > capacity) {
                return Admission.FULL;
            }
            unsettled += submission.size();
            waiting.add(submission);
            news.signal();
            return Admission.ACCEPTED;
        } finally {
            lock.unlock();
        }
    }

    /** The batches that wait, up to so many changes but at least one batch; waits for one. Empty when closed and drained. */
    List<Submission> take(int changes) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                news.awaitUninterruptibly();
            }
            List<Submission> taken = new ArrayList<>();
            int size = 0;
            while (!waiting.isEmpty() && (taken.isEmpty() || size + waiting.element().size() <= changes)) {
                Submission submission = waiting.remove();
                size += submission.size();
                taken.add(submission);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing came for so long; returns as soon as something does. */
    boolean staysEmpty(Duration quiet) {
        lock.lock();
        try {
            long left = quiet.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return waiting.isEmpty() && !closed;
        } catch (InterruptedException e) {
            // Nobody interrupts the writer to end it: that is what close is for.
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Room for as many changes as this batch had. */
    void settled(Submission submission) {
        lock.lock();
        try {
            unsettled -= submission.size();
        } finally {
            lock.unlock();
        }
    }

    /** It is time to try again. */
    void retry() {
        lock.lock();
        try {
            retryDue = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is time to try again, or to close. */
    void awaitRetry() {
        lock.lock();
        try {
            while (!retryDue && !closed) {
                news.awaitUninterruptibly();
            }
            retryDue = false;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }
}
