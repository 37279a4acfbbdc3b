package io.runwisp.wire.event;

import io.runwisp.wire.json.Required;

/** A run is gone. */
public record RunDeleted(@Required String runId, @Required String taskName) {
}
