package io.runwisp.schedule.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen now with one task, and when to look again.
 *
 * @param decisions what becomes of each slot up to now, by time
 * @param mark the mark to keep; write it when it differs from the one that was given
 * @param intervalBase for {@code @every}, what the monotonic clock showed when its interval began; keep it in memory
 *     and give it to the next plan; null for other schedules
 * @param nextWake when to plan again at the latest, by the wall clock; null when the task is paused or never fires again.
 *     It may be a slot that will not run, so it is not what people are shown: that is {@link Upcoming}
 * @param held the clock was set back and slots wait for the time that was reached already; null if not
 * @param reset the mark was set to now instead of being counted on from; null if not
 */
public record Plan(String task, List<SlotDecision> decisions, ScheduleMark mark, @Nullable Long intervalBase,
        @Nullable Instant nextWake, @Nullable Held held, @Nullable MarkReset reset) {

    public Plan {
        decisions = List.copyOf(decisions);
    }

    /**
     * Slots are not fired a second time after the clock was set back.
     *
     * @param until up to here they were fired already
     * @param reason for people
     */
    public record Held(Instant until, String reason) {
    }

    /**
     * The mark was set to now: nothing before it is counted.
     *
     * @param from where it stood, or null for a new task
     * @param reason for people
     */
    public record MarkReset(Cause cause, @Nullable Instant from, String reason) {

        /** Why. */
        public enum Cause {
            /** The task was not known. It has no past, so there is nothing to tell. */
            NEW_TASK,
            /** Its schedule was changed. */
            EXPRESSION_CHANGED,
            /** Its zone was changed. */
            ZONE_CHANGED,
            /** The clock was set back by more than a day. */
            CLOCK_FAR_BACK,
            /** The clock was set back, and this schedule keeps its rhythm. */
            RHYTHM_KEPT
        }
    }
}
