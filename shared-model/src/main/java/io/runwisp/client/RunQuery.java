package io.runwisp.client;

import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;

/**
 * Which runs are wanted, in which order, and which piece of the list.
 *
 * @param limit the most runs, 1 to {@link #MOST}
 * @param offset how many to pass over
 */
public record RunQuery(RunFilter filter, RunSort sort, int limit, int offset) {

    /** The most runs of a page. */
    public static final int MOST = 1000;
    /** How many runs a page has when nobody says. */
    public static final int USUAL = 50;
    /** The most characters that can be searched for. */
    public static final int LONGEST_SEARCH = 100;

    public RunQuery {
        Bounds.within("limit", limit, 1, MOST);
        Bounds.within("offset", offset, 0, Integer.MAX_VALUE);
        if (filter.search() != null) {
            Bounds.length("search", filter.search(), 0, LONGEST_SEARCH);
        }
    }

    /** The newest of these. */
    public static RunQuery newest(RunFilter filter) {
        return new RunQuery(filter, RunSort.NEWEST, USUAL, 0);
    }
}
