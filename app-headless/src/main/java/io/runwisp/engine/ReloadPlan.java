package io.runwisp.engine;

import java.time.Instant;
import java.util.List;

/**
 * What a reload does, told before it is done and carried out as it was told.
 *
 * @param restarts services whose living or resting replicas are started afresh
 * @param dropped what waits and will not run
 * @param next tasks whose next slots change
 */
public record ReloadPlan(List<String> added, List<String> removed, List<Change> changed, List<String> restarts,
        List<Dropped> dropped, List<Next> next) {

    public ReloadPlan {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        restarts = List.copyOf(restarts);
        dropped = List.copyOf(dropped);
        next = List.copyOf(next);
    }

    /** A unit that is another one from now on. */
    public record Change(String name, Effect effect) {
    }

    /** When a change counts. */
    public enum Effect {
        /** From the next decision on. */
        LIVE,
        /** What is in flight ends as it began. */
        NEXT_RUN,
        /** What runs is ended for it. */
        RESTART
    }

    /**
     * Runs of a task that will not take place.
     *
     * @param retries whether they wait for a retry, and not in the queue
     */
    public record Dropped(String task, boolean retries, int count) {
    }

    /** The first slots of a task that run, before and after. */
    public record Next(String task, List<Instant> before, List<Instant> after) {

        public Next {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** In one line, for people. */
    public String summary(int units) {
        return added.size() + " added, " + removed.size() + " removed, " + changed.size() + " changed, "
                + (units - added.size() - changed.size()) + " untouched";
    }
}
