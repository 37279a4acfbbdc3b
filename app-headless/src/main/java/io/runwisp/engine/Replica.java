package io.runwisp.engine;

import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;

/** What a place of a service is doing. A place has one life at a time; the next one begins when nothing of the former is left. */
sealed interface Replica {

    /** Nothing, until somebody asks for it. */
    record Parked() implements Replica {
    }

    /**
     * It is to have a life as soon as anything may start.
     *
     * @param again whether it had one before
     */
    record Wanted(Trigger trigger, boolean again) implements Replica {
    }

    /** It has a life, from the first row to the last. */
    record Alive(RunId run, Wish wish) implements Replica {
    }

    /** It waits before its next life. */
    record Resting(long until) implements Replica {
    }

    /** It had too many failed starts in a row. */
    record GaveUp() implements Replica {
    }

    /** What is to become of the place when its life is over. */
    enum Wish {
        /** What the policy says. */
        KEEP,
        /** Nothing. */
        STOP,
        /** The next life, at once. */
        AFRESH
    }
}
