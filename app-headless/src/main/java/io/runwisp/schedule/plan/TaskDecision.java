package io.runwisp.schedule.plan;

import java.util.Comparator;

/**
 * A decision and the task that it is about.
 *
 * @param task the name of the task
 */
public record TaskDecision(String task, SlotDecision decision) {

    /** By slot, then by name; what is told of a task at one instant keeps its order when the sort is stable. */
    static final Comparator<TaskDecision> ORDER = Comparator
        .comparing((TaskDecision planned) -> planned.decision().at())
        .thenComparing(TaskDecision::task);
}
