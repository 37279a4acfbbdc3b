package io.runwisp.wire.unit;

import io.runwisp.model.UnitState;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a replica of a service does.
 *
 * @param index counted from 0
 * @param runId its run, while it has one
 * @param since since when it is in this state
 * @param attempt how many starts in a row failed
 * @param nextStartAt when it is started again
 * @param lastExit how its last run ended
 */
public record ReplicaStatus(int index, @Required @Words(UnitState.class) String state, @Nullable String runId,
        @Nullable Instant since, int attempt, @Nullable Instant nextStartAt, @Nullable ReplicaExit lastExit) {
}
