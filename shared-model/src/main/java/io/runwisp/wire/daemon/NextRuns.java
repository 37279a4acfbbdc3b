package io.runwisp.wire.daemon;

import io.runwisp.wire.json.Required;
import java.time.Instant;
import java.util.List;

/**
 * The next slots of a task before and after a reload.
 *
 * @param before none when it is new or had no schedule
 * @param after none when it goes or has no schedule
 */
public record NextRuns(@Required String taskName, List<Instant> before, List<Instant> after) {

    public NextRuns {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
