package io.runwisp.output.read.search;

import io.runwisp.model.RunId;
import java.util.Optional;

/**
 * What is searched for, and where.
 *
 * @param unit the name of a task or service
 * @param query a text or an expression, of one line
 * @param regex whether it is an expression (RE2)
 * @param caseSensitive whether upper and lower case differ
 * @param run the only run to search; empty for all
 * @param limit the most hits, 1 to {@link #MOST_HITS}
 * @param cursor where an earlier search stopped; empty for the beginning
 */
public record SearchRequest(String unit, String query, boolean regex, boolean caseSensitive, Optional<RunId> run,
        int limit, Optional<String> cursor) {

    /** The most hits of one search. */
    public static final int MOST_HITS = 1000;
    /** The most characters of a query. */
    public static final int LONGEST_QUERY = 1024;

    public SearchRequest {
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1 to " + MOST_HITS);
        }
    }

    /** A search for a text in all runs, in any case. */
    public static SearchRequest text(String unit, String query, int limit) {
        return new SearchRequest(unit, query, false, false, Optional.empty(), limit, Optional.empty());
    }

    /** The same search, from where another one stopped. */
    public SearchRequest from(String cursor) {
        return new SearchRequest(unit, query, regex, caseSensitive, run, limit, Optional.of(cursor));
    }
}
