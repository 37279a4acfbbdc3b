package io.runwisp.wire.unit;

import io.runwisp.model.UnitState;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit does now.
 *
 * @param state for a service with several replicas, the one that most needs attention
 * @param stopped whether somebody stopped the service
 * @param replicas of a service, one for each of its instances
 * @param pausedAt since when its schedule is paused
 * @param queued how many of its runs wait
 * @param retryAt when its next retry is due
 * @param nextRunAt its next slot
 * @param lastRun its newest run
 */
public record UnitNow(@Required @Words(UnitState.class) String state, boolean stopped, List<ReplicaStatus> replicas,
        @Nullable Instant pausedAt, int queued, @Nullable Instant retryAt, @Nullable Instant nextRunAt,
        @Nullable Run lastRun) {

    public UnitNow {
        replicas = List.copyOf(replicas);
    }
}
