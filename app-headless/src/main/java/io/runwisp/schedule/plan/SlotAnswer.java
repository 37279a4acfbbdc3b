package io.runwisp.schedule.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule says about one second: the part of the answer to "why did it not run then" that needs no history.
 *
 * @param at the second that was asked about
 * @param verdict what the schedule says
 * @param reason the same as one sentence for people
 * @param runBefore the last slot before it that runs, within a year; null when there is none
 * @param runAfter the first slot after it that runs; null when there is none
 */
public record SlotAnswer(Instant at, Verdict verdict, String reason, @Nullable Instant runBefore,
        @Nullable Instant runAfter) {

    /** What a schedule can say. */
    public enum Verdict {
        /** The schedule is due: that no run began then has a reason in the rows or in the facts. */
        DUE,
        /** The wall clock shows this time again. */
        REPEATED,
        /** The wall clock left out this time, and another slot stands for it. */
        COLLAPSED,
        /** The schedule is not due. */
        NOT_DUE
    }
}
