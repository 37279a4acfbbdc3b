package io.runwisp.store;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The counters of one day in memory. One that changed is another one. */
final class DayCounts {

    /** What it costs to keep one, as if it were so many counters. */
    private static final int OVERHEAD = 8;

    private final long changes;
    private int[] keys = new int[16];
    private int[] counts = new int[16];
    private int length;

    /** @param changes how often the day's counters had changed when these were read */
    DayCounts(long changes) {
        this.changes = changes;
    }

    /** While they are read: nobody else knows them yet. */
    void add(int key, int n) {
        if (length == keys.length) {
            keys = Arrays.copyOf(keys, length * 2);
            counts = Arrays.copyOf(counts, length * 2);
        }
        keys[length] = key;
        counts[length++] = n;
    }

    /** After all are read. */
    void trim() {
        keys = Arrays.copyOf(keys, length);
        counts = Arrays.copyOf(counts, length);
    }

    boolean isOf(long version) {
        return changes == version;
    }

    int size() {
        return length + OVERHEAD;
    }

    long sum(IntPredicate passes) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            if (passes.test(keys[i])) {
                sum += counts[i];
            }
        }
        return sum;
    }

    /** Adds each counter to the sum at its key. */
    void addTo(long[] sums) {
        for (int i = 0; i < length; i++) {
            sums[keys[i]] += counts[i];
        }
    }
}
