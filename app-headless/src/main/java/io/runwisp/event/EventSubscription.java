package io.runwisp.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber has not taken yet: at most {@link #MOST_EVENTS} and {@link #MOST_BYTES}. What is committed while it still reads the history is left
 * there, so that only a subscriber that is too slow for what comes loses something. {@link #poll} is called by one thread at a time.
 */
public final class EventSubscription implements AutoCloseable {

    /** The most events that wait. */
    public static final int MOST_EVENTS = 1024;
    /** The most bytes that wait. */
    public static final int MOST_BYTES = 256 * 1024;
    /** How many events of the history are read at a time. */
    static final int PAGE = 128;

    private static final String TOO_SLOW = "events were lost, because they were not read fast enough";
    private static final String TOO_OLD = "the events after this one are not kept any more";
    private static final String UNKNOWN = "this journal has not come to that event: it is another one, or was restored";

    private final EventHistory history;
    private final Predicate<String> kinds;
    private final Runnable wake;
    private final Consumer<EventSubscription> leave;
    private final Deque<Tiding.Event> waiting = new ArrayDeque<>();
    private int bytes;
    private long newest;
    private boolean replaying = true;
    private boolean overflowed;
    private boolean drained = true;
    /** The poller's: everything up to this number has been told. */
    private long told;
    private Tiding.@Nullable Lost lost;

    EventSubscription(EventHistory history, Predicate<String> kinds, Runnable wake, Consumer<EventSubscription> leave) {
        this.history = history;
        this.kinds = kinds;
        this.wake = wake;
        this.leave = leave;
    }

    /** Finds its place; called once, before the first poll. */
    void begin(long last, @Nullable Long after) {
        synchronized (this) {
            newest = Math.max(newest, last);
        }
        told = after == null ? last : after;
        if (after == null) {
            goLive();
        } else if (after > last && isBeyondHistory(after)) {
            lose(UNKNOWN, last);
        }
    }

    /** A commit is seen in the history a little before it is told. */
    private boolean isBeyondHistory(long after) {
        try {
            return after > history.last();
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** The next things, in their order; an empty list means that there is nothing until {@code wake} is called. */
    public List<Tiding> poll() {
        List<Tiding> tidings = new ArrayList<>();
        while (tidings.isEmpty() && isReplaying()) {
            replay(tidings);
        }
        if (tidings.isEmpty()) {
            take(tidings);
        }
        return tidings;
    }

    /** Whoever goes on behind this number misses nothing of what was not polled yet. */
    public long position() {
        return told;
    }

    @Override
    public void close() {
        leave.accept(this);
        synchronized (this) {
            waiting.clear();
            bytes = 0;
        }
    }

    void offer(Tiding.Event event, int size) {
        boolean wasDrained;
        synchronized (this) {
            boolean committed = event.seq() != Tiding.Event.EPHEMERAL;
            if (committed) {
                newest = event.seq();
            }
            if (committed && replaying || !kinds.test(event.kind())) {
                return;
            }
            add(event, size);
            wasDrained = drained;
            drained = false;
        }
        if (wasDrained) {
            wake.run();
        }
    }

    private void add(Tiding.Event event, int size) {
        waiting.addLast(event);
        bytes += size;
        if (waiting.size() > MOST_EVENTS || bytes > MOST_BYTES) {
            waiting.clear();
            bytes = 0;
            overflowed = true;
        }
    }

    private synchronized boolean isReplaying() {
        return replaying;
    }

    /** Reads on in the history, and leaves it when all that was committed has been read. */
    private void replay(List<Tiding> tidings) {
        Tiding.Lost before = lost;
        if (before != null) {
            lost = null;
            tidings.add(before);
            told = before.position();
            goLive();
            return;
        }
        if (goLive()) {
            return;
        }
        List<Tiding.Event> page;
        try {
            page = history.after(told, PAGE);
        } catch (RuntimeException e) {
            lose("the journal could not be read: " + e.getMessage(), newest());
            return;
        }
        if (page.isEmpty() || page.getFirst().seq() != told + 1) {
            lose(TOO_OLD, newest());
            return;
        }
        page.stream().filter(event -> kinds.test(event.kind())).forEach(tidings::add);
        told = page.getLast().seq();
    }

    private synchronized boolean goLive() {
        if (replaying && told >= newest) {
            replaying = false;
        }
        return !replaying;
    }

    private synchronized long newest() {
        return newest;
    }

    private void lose(String reason, long position) {
        lost = new Tiding.Lost(reason, position, false);
    }

    private synchronized void take(List<Tiding> tidings) {
        if (overflowed) {
            overflowed = false;
            waiting.clear();
            bytes = 0;
            told = Math.max(told, newest);
            tidings.add(new Tiding.Lost(TOO_SLOW, told, true));
        }
        for (Tiding.Event event : waiting) {
            if (event.seq() == Tiding.Event.EPHEMERAL || event.seq() > told) {
                tidings.add(event);
            }
        }
        waiting.clear();
        bytes = 0;
        told = Math.max(told, newest);
        drained = true;
    }
}
