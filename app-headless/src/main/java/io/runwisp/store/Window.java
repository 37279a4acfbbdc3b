package io.runwisp.store;

import org.jspecify.annotations.Nullable;

/**
 * Which piece of an ordered list is wanted.
 *
 * @param descending greatest first
 * @param offset how many rows are before it, from the start
 * @param start the value of the key from which the rows are counted, or null for the first there is
 */
record Window(SortKey key, boolean descending, long offset, int limit, @Nullable Object start) {

    /** A piece that is counted from the first row. */
    Window(SortKey key, boolean descending, long offset, int limit) {
        this(key, descending, offset, limit, null);
    }

    String direction() {
        return descending ? " DESC" : "";
    }

    /** How many rows there are up to its end. */
    long reach() {
        return offset + limit;
    }

    /** A piece of the same length from so many rows after this value. */
    Window from(Object value, long rows) {
        return new Window(key, descending, rows, limit, value);
    }

    /** The same piece seen from the other end of a list of this length. */
    Window fromOtherEnd(long total) {
        int length = (int) Math.min(limit, total - offset);
        return new Window(key, !descending, total - offset - length, length);
    }
}
