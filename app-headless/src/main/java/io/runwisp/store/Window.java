package io.runwisp.store;

/**
 * Which piece of an ordered list is wanted.
 *
 * @param descending greatest first
 */
record Window(SortKey key, boolean descending, long offset, int limit) {

    String direction() {
        return descending ? " DESC" : "";
    }

    /** How many rows there are up to its end. */
    long reach() {
        return offset + limit;
    }

    /** A piece of the same length from here. */
    Window from(long start) {
        return new Window(key, descending, start, limit);
    }

    /** The same piece seen from the other end of a list of this length. */
    Window fromOtherEnd(long total) {
        int length = (int) Math.min(limit, total - offset);
        return new Window(key, !descending, total - offset - length, length);
    }
}
