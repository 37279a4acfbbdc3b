package io.runwisp.client;

import java.time.Duration;
import java.time.Instant;

/**
 * Which slots ahead are wanted.
 *
 * @param to the last instant, at most {@link #LONGEST} after the first
 * @param limit the most firings, 1 to {@link #MOST}
 */
public record UpcomingQuery(Instant from, Instant to, int limit) {

    /** The most firings. */
    public static final int MOST = 5000;
    /** How many firings there are when nobody says. */
    public static final int USUAL = 500;
    /** The longest stretch. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public UpcomingQuery {
        Bounds.within("limit", limit, 1, MOST);
        Bounds.within("the stretch in seconds", Duration.between(from, to).toSeconds(), 0, LONGEST.toSeconds());
    }
}
