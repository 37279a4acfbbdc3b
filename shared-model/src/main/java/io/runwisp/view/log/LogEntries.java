package io.runwisp.view.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries that come and go at both ends. Each has a place that does not change while others come and go; places before the first that was ever there are
 * negative. To be changed by its {@link LogBook} only.
 */
public final class LogEntries {

    private static final int LEAST = 64;

    private @Nullable LogEntry[] slots = new @Nullable LogEntry[LEAST];
    private int head;
    private int size;
    private long firstPlace;
    private long characters;
    private long missing;

    int size() {
        return size;
    }

    /** How many characters they have together. */
    public long characters() {
        return characters;
    }

    /** How many lines the gaps stand for. */
    long missing() {
        return missing;
    }

    /** The place of the first. */
    public long firstPlace() {
        return firstPlace;
    }

    /** The place behind the last. */
    public long nextPlace() {
        return firstPlace + size;
    }

    /** The entry at a place; null when none is held there. */
    public @Nullable LogEntry at(long place) {
        return place < firstPlace || place >= nextPlace() ? null : get((int) (place - firstPlace));
    }

    /** The place of a line of the log of one run by its number, or of the gap that it is in; empty when it is not held. */
    public Optional<Long> placeOf(long number) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LogEntry entry = get(middle);
            if (number < entry.number()) {
                high = middle - 1;
            } else if (number >= entry.next()) {
                low = middle + 1;
            } else {
                return Optional.of(firstPlace + middle);
            }
        }
        return Optional.empty();
    }

    LogEntry get(int index) {
        LogEntry entry = index < 0 || index >= size ? null : slots[slot(index)];
        if (entry == null) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return entry;
    }

    LogEntry last() {
        return get(size - 1);
    }

    void addLast(LogEntry entry) {
        room();
        slots[slot(size)] = entry;
        size++;
        count(entry, 1);
    }

    void addFirst(LogEntry entry) {
        room();
        head = slot(slots.length - 1);
        slots[head] = entry;
        size++;
        firstPlace--;
        count(entry, 1);
    }

    LogEntry removeFirst() {
        LogEntry entry = get(0);
        slots[head] = null;
        head = slot(1);
        size--;
        firstPlace++;
        count(entry, -1);
        return entry;
    }

    LogEntry removeLast() {
        LogEntry entry = last();
        slots[slot(size - 1)] = null;
        size--;
        count(entry, -1);
        return entry;
    }

    /** New entries get new places. */
    void clear() {
        firstPlace += size;
        characters = 0;
        missing = 0;
        slots = new @Nullable LogEntry[LEAST];
        head = 0;
        size = 0;
    }

    private void room() {
        if (size == slots.length) {
            @Nullable
            LogEntry[] larger = new @Nullable LogEntry[slots.length * 2];
            for (int i = 0; i < size; i++) {
                larger[i] = slots[slot(i)];
            }
            slots = larger;
            head = 0;
        }
    }

    private void count(LogEntry entry, int sign) {
        switch (entry) {
            case LogEntry.Line line -> characters += (long) sign * line.line().text().length();
            case LogEntry.Gap gap -> missing += sign * gap.count();
        }
    }

    private int slot(int index) {
        return (head + index) % slots.length;
    }
}
