package io.runwisp.notify;

import io.runwisp.notify.channel.Channel;
import io.runwisp.notify.channel.Delivery;
import io.runwisp.notify.channel.Message;
import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delivers the messages of one channel, one after the other, on a thread that there is only while something waits. Any thread may hand in; nobody waits. */
final class Courier {

    /** So many messages wait; the oldest that is not under way gives way. */
    static final int MOST_WAITING = 256;

    private final String token;
    private final Terms terms;
    private final MonotonicClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Alert> waiting = new ArrayDeque<>();
    private @Nullable Thread worker;
    private boolean closed;

    /** What it goes by; asked anew for each message, so that a reload counts. */
    interface Terms {

        /** The channel, or null when it is declared no more. */
        @Nullable
        Channel channel(String token);

        RetryPlan retries();

        /** What is read only now: the last lines, the links. */
        Function<Alert, Message> messages();

        /** A message was given up. */
        void failed(String token, Alert alert, String cause);

        /** A message was dropped, because too many wait. */
        void dropped(String token, Alert alert);

        /** Something has left, or came: what outlives the daemon is another. */
        void moved();
    }

    Courier(String token, Terms terms, MonotonicClock clock) {
        this.token = token;
        this.terms = terms;
        this.clock = clock;
    }

    void offer(Alert alert) {
        Alert lost = null;
        lock.lock();
        try {
            waiting.addLast(alert);
            if (waiting.size() > MOST_WAITING) {
                Alert underWay = waiting.removeFirst();
                lost = waiting.removeFirst();
                waiting.addFirst(underWay);
            }
            if (worker == null && !closed) {
                worker = Thread.ofVirtual().name("runwisp-notify-" + token).start(this::work);
            }
        } finally {
            lock.unlock();
        }
        if (lost != null) {
            terms.dropped(token, lost);
        }
    }

    /** What was not delivered yet, oldest first. */
    List<Alert> waiting() {
        lock.lock();
        try {
            return new ArrayList<>(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is to be delivered any more; false when that takes too long. */
    boolean drain(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (worker != null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return worker == null;
        } finally {
            lock.unlock();
        }
    }

    /** Ends; what waits is still in {@link #waiting}. */
    void close() {
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
    }

    private void work() {
        Alert next = first();
        while (next != null) {
            boolean over = deliver(next);
            next = over ? following() : leave();
            terms.moved();
        }
    }

    private @Nullable Alert first() {
        lock.lock();
        try {
            return waiting.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Alert following() {
        lock.lock();
        try {
            waiting.pollFirst();
            if (waiting.isEmpty() || closed) {
                return leave();
            }
            return waiting.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Alert leave() {
        lock.lock();
        try {
            worker = null;
            changed.signalAll();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is over with this message, one way or the other; if not, the courier ends and keeps it. */
    private boolean deliver(Alert alert) {
        long begun = clock.nanos();
        for (int attempts = 1;; attempts++) {
            RetryPlan plan = terms.retries();
            Delivery delivery = attempt(alert, plan.limit(Duration.ofNanos(clock.nanos() - begun)));
            if (isClosed() && !(delivery instanceof Delivery.Delivered)) {
                return false;
            }
            switch (plan.after(delivery, attempts, Duration.ofNanos(clock.nanos() - begun))) {
                case RetryPlan.Done _ -> {
                    return true;
                }
                case RetryPlan.GiveUp(String cause) -> {
                    terms.failed(token, alert, cause);
                    return true;
                }
                case RetryPlan.Wait(Duration wait) -> {
                    if (!pause(wait)) {
                        return false;
                    }
                }
            }
        }
    }

    private Delivery attempt(Alert alert, Duration limit) {
        try {
            Channel channel = terms.channel(token);
            return channel == null
                    ? new Delivery.Refused("it is not declared any more")
                    : channel.deliver(terms.messages().apply(alert), limit);
        } catch (RuntimeException | Error fault) {
            // One channel must not stop another, nor its own next message.
            return new Delivery.Refused("it ran into a fault of its own: " + fault);
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean pause(Duration wait) {
        long left = wait.toNanos();
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
}
