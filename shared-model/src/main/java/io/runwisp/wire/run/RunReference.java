package io.runwisp.wire.run;

import io.runwisp.wire.json.Required;

/** A run by its id and its unit. */
public record RunReference(@Required String taskName, @Required String runId) {
}
