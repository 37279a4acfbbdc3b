package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the planner must know about one task.
 *
 * @param task its name
 * @param schedule when it is due
 * @param zone the zone of the unit; that of the schedule wins
 * @param mark the mark of the last plan, or what the journal has, or null for a task never seen before
 * @param intervalBase for {@code @every}, {@link Plan#intervalBase()} of the last plan; null after a start of the daemon
 * @param catchUpRuns how many missed slots are run at most, the newest; 0 for none
 * @param paused whether slots are let pass
 * @param interruption what lies between the last plan and this one; it is the same for all tasks
 */
public record PlanInput(String task, Schedule schedule, ZoneId zone, @Nullable ScheduleMark mark,
        @Nullable Long intervalBase, int catchUpRuns, boolean paused, Interruption interruption) {

    /** Refuses a count that no configuration has. */
    public PlanInput {
        if (catchUpRuns < 0) {
            throw new IllegalArgumentException("task \"" + task + "\" cannot catch up " + catchUpRuns + " runs");
        }
    }

    /** The zone in which the schedule is read. */
    public ZoneId effectiveZone() {
        ZoneId own = schedule.zone();
        return own == null ? zone : own;
    }
}
