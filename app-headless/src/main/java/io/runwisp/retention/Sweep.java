package io.runwisp.retention;

import io.runwisp.model.RunId;
import java.util.List;

/**
 * What came of a sweep.
 *
 * @param removed the runs that are gone, in the order in which they went
 * @param freedBytes what their logs had taken
 * @param notices what an operator must know, each a sentence
 */
public record Sweep(List<Removed> removed, long freedBytes, List<String> notices) {

    public Sweep {
        removed = List.copyOf(removed);
        notices = List.copyOf(notices);
    }

    /** Why a run went. */
    public enum Cause {
        /** Somebody deleted it, and can no longer take that back. */
        DELETED,
        /** It was older than its unit keeps runs. */
        AGE,
        /** Its unit has newer ones, as many as are kept. */
        COUNT,
        /** All logs together took too much. */
        SIZE
    }

    /** A run that is gone. */
    public record Removed(RunId run, String unit, Cause cause) {
    }
}
