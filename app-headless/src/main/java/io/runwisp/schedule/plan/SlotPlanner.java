package io.runwisp.schedule.plan;

import io.runwisp.schedule.CronSchedule;
import io.runwisp.schedule.EverySchedule;
import io.runwisp.time.ClockReading;
import java.util.List;

/**
 * Decides what becomes of the slots of a task between its mark and now. Without fields and without memory: what it must
 * remember comes back in the plan.
 *
 * <p>How to use it: plan at start with {@link Interruption#DAEMON_DOWN}, then at each {@link Plan#nextWake()}, and for
 * every task when {@code ClockWatch} tells of a step. When a task is about to be paused, plan it once more unpaused;
 * when it is about to be resumed, plan it once more paused, so that what fell into the pause is dropped.
 */
public final class SlotPlanner {

    private SlotPlanner() {
    }

    /** Decides about the slots of one task up to {@code now}. */
    public static Plan plan(PlanInput input, ClockReading now) {
        return switch (input.schedule()) {
            case CronSchedule cron -> new CronPlanner(input, now).plan();
            case EverySchedule every -> new IntervalPlanner(input, every.period(), now).plan();
        };
    }

    /** The decisions of many plans made for one instant, in the order in which to carry them out. */
    public static List<TaskDecision> inOrder(List<Plan> plans) {
        return plans.stream()
            .flatMap(plan -> plan.decisions().stream().map(decision -> new TaskDecision(plan.task(), decision)))
            .sorted(TaskDecision.ORDER)
            .toList();
    }
}
