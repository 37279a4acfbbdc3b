package io.runwisp.notify;

import io.runwisp.engine.Moment;
import io.runwisp.wire.json.Required;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells of many as of one: the first goes out at once, those that follow within the window are held; when enough are held they go out as a check-in, which begins
 * a new window, and what is still held at the end of a window goes out as a summary, after which the next one is a first one again. Every occurrence is counted
 * in exactly one message. Pure but for what it remembers; one thread at a time.
 */
final class Coalescer {

    /** How many kinds of trouble are told apart at once; beyond them the oldest is told as if its window were over. */
    static final int MOST_KEYS = 2_048;
    /** So many check-ins come after as many occurrences as the ring holds; each one behind them after twice as many as the one before. */
    static final int EVEN_CHECK_INS = 4;
    private static final int LARGEST_RING = 1 << 20;

    /** What is told as one: to whom, and what. */
    record Key(String token, String unit, String fingerprint) {
    }

    /** A message that is due. */
    record Due(String token, Alert alert) {
    }

    /**
     * How it is done.
     *
     * @param folds whether at all
     * @param ring how many are held at most before a check-in
     */
    record Rule(boolean folds, Duration window, int ring) {

        boolean holds() {
            return folds && !window.isZero();
        }
    }

    /**
     * An open window, as it outlives the daemon.
     *
     * @param until when it ends
     * @param threshold how many make a check-in
     * @param latest the newest that is held, if any is
     */
    public record Window(@Required String token, @Required String unit, @Required String fingerprint,
            @Required Instant until, int held,
            int checkIns, int threshold, @Nullable Instant first, @Nullable Alert latest) {
    }

    private static final class Entry {

        private long ends;
        private int held;
        private int checkIns;
        private int threshold;
        private Instant first = Instant.EPOCH;
        private @Nullable Alert latest;

        private Entry(long ends, int threshold) {
            this.ends = ends;
            this.threshold = threshold;
        }

        private @Nullable Alert told() {
            return latest == null || held == 0 ? null : latest.counted(held, first);
        }
    }

    private final Map<Key, Entry> open = new LinkedHashMap<>();
    private Rule rule;

    Coalescer(Rule rule) {
        this.rule = rule;
    }

    /** From now on this holds; windows that are open keep their end. */
    void follow(Rule other) {
        rule = other;
    }

    /** Takes one occurrence, and answers with what is due because of it. Whoever calls has asked for {@link #due} at this moment. */
    Optional<Alert> take(Key key, Alert alert, Moment now) {
        if (!rule.holds()) {
            return Optional.of(alert);
        }
        Entry entry = open.get(key);
        if (entry == null) {
            open.put(key, new Entry(now.after(rule.window()), rule.ring()));
            return Optional.of(alert);
        }
        entry.first = entry.held == 0 || alert.first().isBefore(entry.first) ? alert.first() : entry.first;
        entry.held += alert.count();
        entry.latest = alert;
        return entry.held < entry.threshold ? Optional.empty() : checkIn(entry, now);
    }

    private Optional<Alert> checkIn(Entry entry, Moment now) {
        Alert told = entry.told();
        entry.held = 0;
        entry.latest = null;
        entry.checkIns++;
        entry.ends = now.after(rule.window());
        entry.threshold = entry.checkIns < EVEN_CHECK_INS ? rule.ring() : Math.min(entry.threshold * 2, LARGEST_RING);
        return Optional.ofNullable(told);
    }

    /** The summaries of all windows that are over. */
    List<Due> due(Moment now) {
        List<Due> due = new ArrayList<>(0);
        Iterator<Map.Entry<Key, Entry>> entries = open.entrySet().iterator();
        int surplus = open.size() - MOST_KEYS;
        while (entries.hasNext()) {
            Map.Entry<Key, Entry> each = entries.next();
            if (each.getValue().ends <= now.nanos() || surplus-- > 0) {
                entries.remove();
                add(each, due);
            }
        }
        return due;
    }

    /** Everything that is held, as summaries; all windows are closed. */
    List<Due> flush() {
        List<Due> due = new ArrayList<>();
        open.entrySet().forEach(each -> add(each, due));
        open.clear();
        return due;
    }

    private static void add(Map.Entry<Key, Entry> each, List<Due> due) {
        Alert told = each.getValue().told();
        if (told != null) {
            due.add(new Due(each.getKey().token(), told));
        }
    }

    /** Whether such a one would be told at once. */
    boolean isOpen(Key key) {
        return open.containsKey(key);
    }

    /** Closes the other windows of the same unit and channel without a word, because what they hold is told by this one. */
    void forgetAllBut(Key told) {
        open.keySet()
            .removeIf(key -> key.token().equals(told.token()) && key.unit().equals(told.unit()) && !key.equals(told));
    }

    /** When the next window is over by the monotonic clock, {@link Long#MAX_VALUE} when none is open. */
    long next() {
        long next = Long.MAX_VALUE;
        for (Entry entry : open.values()) {
            next = Math.min(next, entry.ends);
        }
        return next;
    }

    /** The open windows, for another life. */
    List<Window> windows(Moment now) {
        List<Window> windows = new ArrayList<>();
        open.forEach((key, entry) -> windows.add(new Window(key.token(), key.unit(), key.fingerprint(),
                now.wall().plusNanos(Math.max(0, entry.ends - now.nanos())), entry.held, entry.checkIns,
                entry.threshold, entry.held == 0 ? null : entry.first, entry.latest)));
        return windows;
    }

    /** Goes on where another life was; no window is longer than it would be now, whatever the clocks say. */
    void restore(List<Window> windows, Moment now) {
        for (Window window : windows) {
            Duration left = Duration.between(now.wall(), window.until());
            Entry entry = new Entry(now.after(left.isNegative() ? Duration.ZERO
                    : left.compareTo(rule.window()) > 0 ? rule.window() : left), Math.max(1, window.threshold()));
            entry.held = window.held();
            entry.checkIns = window.checkIns();
            entry.first = window.first() == null ? now.wall() : window.first();
            entry.latest = window.latest();
            open.put(new Key(window.token(), window.unit(), window.fingerprint()), entry);
        }
    }
}
