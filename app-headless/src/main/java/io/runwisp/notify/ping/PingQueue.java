package io.runwisp.notify.ping;

import io.runwisp.notify.ping.Monitor.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pings of one unit that the monitor has not taken yet, and the thread that sends them while there are any. */
final class PingQueue {

    /** So many wait; the oldest gives way, because a monitor wants to know what is now. */
    static final int MOST_WAITING = 64;
    /** The first wait after a ping that was not taken; each one behind it is twice as long. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** The longest wait. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final String unit;
    private final Ways ways;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Ping> waiting = new ArrayDeque<>();
    private @Nullable Thread worker;
    private boolean closed;

    /** What it goes by. */
    interface Ways {

        /** Where a ping goes, or null when its unit has no monitor any more. */
        @Nullable
        URI address(Ping ping);

        Function<URI, Answer> posting(Ping ping);

        /** Something worth a line in the log. */
        void say(String text);

        /** What waits is another. */
        void moved();
    }

    PingQueue(String unit, Ways ways) {
        this.unit = unit;
        this.ways = ways;
    }

    void offer(Ping ping) {
        boolean dropped = false;
        lock.lock();
        try {
            waiting.addLast(ping);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst();
                dropped = true;
            }
            if (worker == null && !closed) {
                worker = Thread.ofVirtual().name("runwisp-ping-" + unit).start(this::work);
            }
        } finally {
            lock.unlock();
        }
        if (dropped) {
            ways.say("the oldest ping of " + unit + " was dropped, because " + MOST_WAITING + " wait for its monitor");
        }
    }

    List<Ping> waiting() {
        lock.lock();
        try {
            return new ArrayList<>(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing waits any more, or for a while. */
    void drain(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (worker != null && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

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
        int failures = 0;
        for (Ping ping = next(null); ping != null;) {
            Answer answer = post(ping);
            switch (answer) {
                case Monitor.Taken _ -> {
                    if (failures > 0) {
                        ways.say("the monitor of " + unit + " takes pings again");
                    }
                    failures = 0;
                    ping = next(ping);
                }
                case Monitor.Refused(String reason) -> {
                    ways.say("the monitor of " + unit + " does not take a ping, which is dropped: " + reason);
                    ping = next(ping);
                }
                case Monitor.Silent(String reason) -> {
                    if (!isClosed() && failures++ == 0) {
                        ways.say("the monitor of " + unit + " takes no ping; it is tried again: " + reason);
                    }
                    ping = pause(failures) ? next(null) : leave();
                }
            }
        }
    }

    private Answer post(Ping ping) {
        URI address = ways.address(ping);
        if (address == null) {
            return new Monitor.Refused("it has none any more");
        }
        try {
            return ways.posting(ping).apply(address);
        } catch (RuntimeException | Error fault) {
            return new Monitor.Refused("a fault of RunWisp: " + fault.getClass().getSimpleName());
        }
    }

    /** The next one, when this one is done with. */
    private @Nullable Ping next(@Nullable Ping done) {
        lock.lock();
        try {
            // It may have given way to younger ones while it was sent.
            if (done != null && done.equals(waiting.peekFirst())) {
                waiting.removeFirst();
            }
            return waiting.isEmpty() || closed ? leave() : waiting.peekFirst();
        } finally {
            lock.unlock();
            ways.moved();
        }
    }

    private @Nullable Ping leave() {
        lock.lock();
        try {
            worker = null;
            changed.signalAll();
            return null;
        } finally {
            lock.unlock();
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

    private boolean pause(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, 10));
        long left = (wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toNanos();
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
