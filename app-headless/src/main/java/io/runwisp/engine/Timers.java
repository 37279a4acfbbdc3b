package io.runwisp.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Deadlines by the monotonic clock: one for each key, in the order in which they are due. */
final class Timers {

    private record Entry(long nanos, long number, Object key) {
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparingLong(Entry::nanos).thenComparingLong(Entry::number));
    private final Map<Object, Entry> current = new HashMap<>();
    private long count;

    /** The deadline of this key is this from now on; {@link StopLadder#NEVER} for none. */
    void set(Object key, long nanos) {
        Entry old = current.get(key);
        if (old != null && old.nanos() == nanos) {
            return;
        }
        if (nanos == StopLadder.NEVER) {
            cancel(key);
            return;
        }
        Entry entry = new Entry(nanos, count++, key);
        current.put(key, entry);
        entries.add(entry);
        dropStale();
    }

    void cancel(Object key) {
        current.remove(key);
        dropStale();
    }

    /** The earliest deadline, or {@link StopLadder#NEVER}. */
    long earliest() {
        Entry first = entries.peek();
        return first == null ? StopLadder.NEVER : first.nanos();
    }

    /** Takes what is due by now, in its order. */
    List<Object> due(long nanos) {
        List<Object> keys = new ArrayList<>();
        while (earliest() <= nanos && !entries.isEmpty()) {
            Entry first = entries.remove();
            if (current.remove(first.key(), first)) {
                keys.add(first.key());
            }
            dropStale();
        }
        return keys;
    }

    private void dropStale() {
        while (!entries.isEmpty() && isStale(entries.peek())) {
            entries.remove();
        }
        // What is replaced often would otherwise fill the queue behind an early deadline.
        if (entries.size() > 64 && entries.size() > 4 * current.size()) {
            entries.removeIf(this::isStale);
        }
    }

    /** Whether it is another one than the entry of its key, even if it says the same. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isStale(Entry entry) {
        return !entry.equals(current.get(entry.key()));
    }
}
