package io.runwisp.retention;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which deletions can still be taken back. Each deletion gets an instant that is later than those of all before, whatever the clock does, and is out of reach
 * of the purge until it is done and {@link #UNDO} has passed by the monotonic clock. Any thread; no lock is held while somebody else works.
 */
public final class UndoWindow {

    /** For so long a deletion can be taken back. */
    public static final Duration UNDO = Duration.ofSeconds(7);
    /** So many deletions have a time of their own; further ones share that of the newest. */
    static final int MOST = 256;

    private final MonotonicClock clock;
    private final Deque<Deletion> open = new ArrayDeque<>();
    private Instant newest;
    private Instant purged;
    private int restoring;

    /** @param leftovers the newest deletion of an earlier life, whose deletions nobody can take back, if there is one */
    public UndoWindow(Optional<Instant> leftovers, MonotonicClock clock) {
        this.clock = clock;
        purged = leftovers.orElse(Instant.EPOCH);
        newest = purged;
    }

    /** A deletion under way; when it is closed its time begins. */
    public final class Deletion implements AutoCloseable {

        private final Instant at;
        private int users;
        private long doneAt;

        private Deletion(Instant at) {
            this.at = at;
        }

        /** What the rows say. */
        public Instant at() {
            return at;
        }

        @Override
        public void close() {
            synchronized (open) {
                users--;
                doneAt = clock.nanos();
            }
        }

        private boolean isOver(long now) {
            return users == 0 && now - doneAt >= UNDO.toNanos();
        }
    }

    /** A restoration under way: nothing more comes into the reach of the purge until it is closed. */
    public final class Restoration implements AutoCloseable {

        private final Instant after;

        private Restoration(Instant after) {
            this.after = after;
        }

        /** What was deleted later than this can be restored. */
        public Instant after() {
            return after;
        }

        @Override
        public void close() {
            synchronized (open) {
                restoring--;
            }
        }
    }

    /** Begins a deletion. */
    public Deletion delete(Instant now) {
        synchronized (open) {
            Deletion deletion = open.size() < MOST ? null : open.peekLast();
            if (deletion == null) {
                Instant wanted = now.truncatedTo(ChronoUnit.MILLIS);
                newest = wanted.isAfter(newest) ? wanted : newest.plusMillis(1);
                deletion = new Deletion(newest);
                open.add(deletion);
            }
            deletion.users++;
            return deletion;
        }
    }

    /** Begins a restoration. */
    public Restoration restore() {
        synchronized (open) {
            restoring++;
            return new Restoration(purged);
        }
    }

    /** What was deleted up to this instant is for the purge, and for nobody else from now on. */
    Instant expired() {
        synchronized (open) {
            long now = clock.nanos();
            while (restoring == 0 && !open.isEmpty() && open.element().isOver(now)) {
                purged = open.remove().at;
            }
            return purged;
        }
    }

    /** Whether there are deletions that the purge must come back for. */
    boolean isWaiting() {
        synchronized (open) {
            return !open.isEmpty();
        }
    }
}
