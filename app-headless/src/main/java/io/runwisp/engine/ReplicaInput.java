package io.runwisp.engine;

import io.runwisp.model.RunId;
import io.runwisp.model.StopCause;
import io.runwisp.model.Trigger;

/** What can happen to a place of a service. */
sealed interface ReplicaInput {

    /** It shall have a life, if it has none. */
    record Start(Trigger trigger) implements ReplicaInput {
    }

    /** It shall have none. */
    record Stop(StopCause cause) implements ReplicaInput {
    }

    /** It shall have a new one. */
    record Restart(StopCause cause) implements ReplicaInput {
    }

    /** Its life has a row. */
    record LifeBegan(RunId run) implements ReplicaInput {
    }

    /**
     * Its life is over, and nothing is left of it.
     *
     * @param stable whether it counted as stable
     * @param failure whether it counts as a failure
     * @param mayRetry whether the policy {@code on_failure} starts it again
     * @param byHand whether somebody has stopped this life, but not the service
     * @param gaveUp whether it was the last failed start that is tolerated
     * @param at when it was over, by the monotonic clock
     */
    record LifeOver(boolean stable, boolean failure, boolean mayRetry, boolean byHand, boolean gaveUp, long at)
            implements
                ReplicaInput {
    }

    /** Its rest may be over. */
    record Due() implements ReplicaInput {
    }
}
