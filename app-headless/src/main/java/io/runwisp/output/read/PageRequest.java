package io.runwisp.output.read;

/**
 * Which lines are wanted.
 *
 * @param from the number of the first line; a negative one counts from the end of the time range
 * @param limit the most lines, 1 to {@link #MOST_LINES}
 * @param sinceMillis lines before this instant are left out, as far as the time index can tell
 * @param untilMillis lines after this instant are left out, as far as the time index can tell
 */
public record PageRequest(long from, int limit, long sinceMillis, long untilMillis) {

    /** The most lines of a page. */
    public static final int MOST_LINES = 10_000;

    public PageRequest {
        if (limit < 1 || limit > MOST_LINES) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1 to " + MOST_LINES);
        }
    }

    /** Lines by their numbers. */
    public static PageRequest lines(long from, int limit) {
        return new PageRequest(from, limit, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The same, of a time range only, both ends included. */
    public PageRequest between(long since, long until) {
        return new PageRequest(from, limit, since, until);
    }

    boolean isTimed() {
        return sinceMillis != Long.MIN_VALUE || untilMillis != Long.MAX_VALUE;
    }
}
