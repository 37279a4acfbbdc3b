package io.runwisp.engine;

import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.RunId;
import io.runwisp.model.UnitState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit does at one moment, for those who look. Immutable.
 *
 * @param state for a service with several replicas, the one that most needs attention
 * @param stopped whether it is a service of which nothing lives or will by itself
 * @param replicas of a service, one for each place
 * @param pausedAt since when the schedule of a task is paused, or null
 * @param queued how many runs of a task wait
 * @param retryAt when its next retry is due, or null
 * @param schedule how the schedule of a task stands, or null when it has none
 */
public record UnitPicture(UnitDefinition definition, UnitState state, boolean stopped, List<Place> replicas,
        @Nullable Instant pausedAt, int queued, @Nullable Instant retryAt, @Nullable ScheduleStanding schedule) {

    public UnitPicture {
        replicas = List.copyOf(replicas);
    }

    /**
     * A place of a service.
     *
     * @param run its life, or null while it has none
     * @param since since when it runs, or since when it does not, as far as that is known
     * @param failedStarts how many starts in a row failed
     * @param nextStart when it is started again, or null
     * @param lastExit how its last life ended, or null when it had none since the daemon began
     */
    public record Place(int index, UnitState state, @Nullable RunId run, @Nullable Instant since, int failedStarts,
            @Nullable Instant nextStart, @Nullable Exit lastExit) {
    }

    /** How a life ended. */
    public record Exit(RunId run, EndReason reason, int exitCode, Instant at) {
    }
}
