package io.runwisp.engine.definition;

import io.runwisp.config.language.RunOnStart;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.schedule.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param schedule when it is due, or null when it is started by hand only
 * @param catchUpRuns how many missed slots are run at most, the newest; 0 for none
 * @param jitter how far a start may slip; zero for not at all
 * @param parallelism how many of its runs may be in flight
 * @param maxQueued how many of its runs may wait
 * @param params what can be given to a run
 */
public record TaskDefinition(String name, RunRules rules, boolean apiTrigger, @Nullable Schedule schedule, ZoneId zone,
        int catchUpRuns, Duration jitter, RunOnStart runOnStart, int parallelism, OverlapPolicy onOverlap,
        int maxQueued,
        RetryRule retry, List<ParamDefinition> params) implements UnitDefinition {

    public TaskDefinition {
        params = List.copyOf(params);
    }
}
