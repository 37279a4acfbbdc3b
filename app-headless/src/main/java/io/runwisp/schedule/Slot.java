package io.runwisp.schedule;

import java.time.Instant;

/**
 * An instant at which a schedule is due, and whether daylight saving lets it run. No instant has two slots of one
 * schedule.
 *
 * @param at the instant
 * @param fate what is to happen then
 */
public record Slot(Instant at, Fate fate) {

    /** What is to happen with a slot; all but {@link #RUN} are recorded as {@code dst_skipped}. */
    public enum Fate {
        /** The task runs. */
        RUN,
        /** Autumn: the wall clock shows this time for the second time, the first time counted. */
        REPEATED,
        /** Spring: the wall clock never shows this time, and an earlier tick of the same gap already stands for it. */
        COLLAPSED
    }

    /** True when the task runs at this slot. */
    public boolean runs() {
        return fate == Fate.RUN;
    }
}
