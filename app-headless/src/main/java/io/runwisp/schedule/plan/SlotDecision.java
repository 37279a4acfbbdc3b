package io.runwisp.schedule.plan;

import io.runwisp.schedule.Slot;
import java.time.Duration;
import java.time.Instant;

/** What becomes of a slot, or of several together; what is not run has a reason that is recorded. */
public sealed interface SlotDecision {

    /** The slot; of several the last one. Decisions are carried out in this order. */
    Instant at();

    /** Why, as one sentence for people. */
    String reason();

    /**
     * Start a run, trigger {@code cron}; jitter applies.
     *
     * @param late how long ago the slot was
     */
    record Fire(Instant at, Duration late, String reason) implements SlotDecision {
    }

    /** Run a missed slot after all, trigger {@code cron}, through the overlap policy; jitter does not apply. */
    record CatchUp(Instant at, String reason) implements SlotDecision {
    }

    /**
     * Write one row {@code missed} for the gap; there is one only when some slot of the gap is not run again.
     *
     * @param first the first missed slot
     * @param at the last missed slot
     * @param createdAt the time for the row
     * @param count how many were missed
     * @param atLeast whether counting was cut, so that there are {@code count} or more
     * @param rerun how many of them are run again
     */
    record Missed(Instant first, Instant at, Instant createdAt, int count, boolean atLeast, int rerun,
            Interruption cause, String reason) implements SlotDecision {
    }

    /**
     * Write a row {@code dst_skipped}.
     *
     * @param fate {@link Slot.Fate#REPEATED} or {@link Slot.Fate#COLLAPSED}
     */
    record DstSkipped(Instant at, Slot.Fate fate, String reason) implements SlotDecision {
    }

    /**
     * Slots passed while the task was paused; there is no row for them.
     *
     * @param first the first of them
     * @param at the last of them
     * @param count how many
     * @param atLeast whether counting was cut
     */
    record DroppedByPause(Instant first, Instant at, int count, boolean atLeast, String reason)
            implements
                SlotDecision {
    }
}
