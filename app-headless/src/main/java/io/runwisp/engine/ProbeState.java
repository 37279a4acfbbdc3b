package io.runwisp.engine;

/**
 * How far the health check of a replica is.
 *
 * @param passed whether it has passed before
 * @param asking whether it is being asked
 * @param failed how many answers in a row were bad, after it had passed
 * @param nextAt when it is asked next
 * @param deadline when it must have passed for the first time; {@link StopLadder#NEVER} for no deadline
 */
record ProbeState(boolean passed, boolean asking, int failed, long nextAt, long deadline) {

    /** When time matters to it. */
    long wakeAt() {
        if (asking) {
            return StopLadder.NEVER;
        }
        return passed ? nextAt : Math.min(nextAt, deadline);
    }
}
