package io.runwisp.wire.daemon;

import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;

/**
 * Runs that will not take place because of a reload.
 *
 * @param what whether they wait in the queue or for a retry
 */
public record DroppedRuns(@Required String taskName, @Required @OneOf({
        "queued", "retry"}) String what, int count) {
}
