package io.runwisp.client;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of a log are wanted.
 *
 * @param from the number of the first line; a negative one counts from the end
 * @param limit the most lines, 1 to {@link #MOST}
 * @param fromTs lines before this time are left out, in Unix milliseconds; null for none
 * @param toTs lines after this time are left out, in Unix milliseconds; null for none
 */
public record LogQuery(long from, int limit, @Nullable Long fromTs, @Nullable Long toTs) {

    /** The most lines of a page. */
    public static final int MOST = 10_000;
    /** How many lines a page has when nobody says. */
    public static final int USUAL = 1000;
    /** Where a page begins when nobody says. */
    public static final long USUAL_FROM = -1000;

    public LogQuery {
        Bounds.within("limit", limit, 1, MOST);
    }

    /** Lines by their numbers. */
    public static LogQuery lines(long from, int limit) {
        return new LogQuery(from, limit, null, null);
    }
}
