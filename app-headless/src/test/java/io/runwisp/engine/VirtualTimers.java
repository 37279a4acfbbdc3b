package io.runwisp.engine;

import java.time.Duration;
import java.util.PriorityQueue;

/** A monotonic clock that stands still until it is moved, and what is to happen as it moves on. One thread uses it. */
public final class VirtualTimers {

    private record Timer(long due, long number, Runnable action) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            return due == other.due ? Long.compare(number, other.number) : Long.compare(due, other.due);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long nanos;
    private long made;

    /** What the clock shows. */
    public long nanos() {
        return nanos;
    }

    /** Lets something happen after a while; what is due at the same instant happens in the order of these calls. */
    public void in(Duration wait, Runnable action) {
        timers.add(new Timer(nanos + wait.toNanos(), made++, action));
    }

    /** When the next thing happens; the end of time when nothing does. */
    public long nextDue() {
        Timer next = timers.peek();
        return next == null ? Long.MAX_VALUE : next.due();
    }

    /** Lets time pass up to an instant, and everything happen that is due until then. */
    public void advanceTo(long until) {
        while (nextDue() <= until) {
            Timer next = timers.remove();
            nanos = Math.max(nanos, next.due());
            next.action().run();
        }
        nanos = Math.max(nanos, until);
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        advanceTo(nanos + time.toNanos());
    }
}
