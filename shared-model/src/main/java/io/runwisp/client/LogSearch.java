package io.runwisp.client;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for in logs.
 *
 * @param query a text or an expression, 1 to {@link #LONGEST_QUERY} characters
 * @param regex whether it is an expression (RE2)
 * @param caseSensitive whether upper and lower case differ
 * @param runId the only run to search, or null for all of the unit
 * @param limit the most hits, 1 to {@link #MOST}
 * @param cursor where an earlier search stopped, or null
 */
public record LogSearch(String query, boolean regex, boolean caseSensitive, @Nullable String runId, int limit,
        @Nullable String cursor) {

    /** The most hits of a page. */
    public static final int MOST = 1000;
    /** How many hits a page has when nobody says. */
    public static final int USUAL = 200;
    /** The most characters of a query. */
    public static final int LONGEST_QUERY = 1024;

    public LogSearch {
        Bounds.length("the query", query, 1, LONGEST_QUERY);
        Bounds.within("limit", limit, 1, MOST);
    }

    /** A search for a text in all runs, in any case. */
    public static LogSearch text(String query) {
        return new LogSearch(query, false, false, null, USUAL, null);
    }

    /** The same search, from where a page of it stopped. */
    public LogSearch from(String stopped) {
        return new LogSearch(query, regex, caseSensitive, runId, limit, stopped);
    }
}
