package io.runwisp.engine;

/**
 * A place of a service.
 *
 * @param quickEnds how many lives in a row were over before they counted as stable
 * @param failedStarts how many of them in a row were failures
 */
record ReplicaSlot(int index, Replica state, int quickEnds, int failedStarts) {

    /** A place that does nothing. */
    static ReplicaSlot parked(int index) {
        return new ReplicaSlot(index, new Replica.Parked(), 0, 0);
    }

    /** Whether it has nothing to do and will not have by itself. */
    boolean asleep() {
        return state instanceof Replica.Parked || state instanceof Replica.GaveUp
                || state instanceof Replica.Alive(_, var wish) && wish == Replica.Wish.STOP;
    }

    ReplicaSlot with(Replica next) {
        return new ReplicaSlot(index, next, quickEnds, failedStarts);
    }

    /** The same place, its history forgotten. */
    ReplicaSlot fresh(Replica next) {
        return new ReplicaSlot(index, next, 0, 0);
    }
}
