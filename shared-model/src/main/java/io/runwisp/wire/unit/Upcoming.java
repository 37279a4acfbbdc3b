package io.runwisp.wire.unit;

import io.runwisp.wire.json.Required;
import java.time.Instant;
import java.util.List;

/**
 * What is due in a stretch of time, earliest first.
 *
 * @param complete whether these are all; else ask again from the last one
 */
public record Upcoming(@Required Instant from, @Required Instant to, List<Firing> firings, boolean complete) {

    public Upcoming {
        firings = List.copyOf(firings);
    }
}
