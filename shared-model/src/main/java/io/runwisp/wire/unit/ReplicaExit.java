package io.runwisp.wire.unit;

import io.runwisp.model.EndReason;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import java.time.Instant;

/** How the last run of a replica ended. */
public record ReplicaExit(@Required String runId, @Required @Words(EndReason.class) String endReason, int exitCode,
        @Required Instant at) {
}
