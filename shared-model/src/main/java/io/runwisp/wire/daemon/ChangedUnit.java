package io.runwisp.wire.daemon;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;
import java.util.List;

/**
 * A unit whose definition differs.
 *
 * @param reasons the keys that differ
 * @param effect when the new definition holds: at once, from the next run on, or with a restart of its replicas
 */
public record ChangedUnit(@Required String name, List<String> reasons, @Required @OneOf({
        "live", "next_run", "restart"}) String effect) {

    public ChangedUnit {
        reasons = List.copyOf(reasons);
    }
}
