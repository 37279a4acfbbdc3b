package io.runwisp.schedule.plan;

import io.runwisp.time.ClockReading;
import java.util.List;

/**
 * Decides what becomes of the slots of a task between its mark and now. Without fields and without memory: what it must
 * remember comes back in the plan.
 *
 * <p>How to use it: plan at start with {@link Interruption#DAEMON_DOWN}, then at each {@link Plan#nextWake()}, and for
 * every task when {@code ClockWatch} tells of a step. On pause, plan once more unpaused before; on resume, once more
 * paused before, so that what fell into the pause is dropped.
 */
public final class SlotPlanner {

    private SlotPlanner() {
    }

    /** Decides about the slots of one task up to {@code now}. */
    public static Plan plan(PlanInput input, ClockReading now) {
        ScheduleMark mark = ScheduleMark.of(now.wall(), input.schedule(), input.zone());
        return new Plan(input.task(), List.of(), mark, null, null, null, null);
    }

    /** The decisions of many plans made for one instant, in the order in which to carry them out. */
    public static List<TaskDecision> inOrder(List<Plan> plans) {
        return plans.stream()
            .flatMap(plan -> plan.decisions().stream().map(decision -> new TaskDecision(plan.task(), decision)))
            .sorted(TaskDecision.ORDER)
            .toList();
    }
}
