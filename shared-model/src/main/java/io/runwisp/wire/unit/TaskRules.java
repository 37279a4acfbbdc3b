package io.runwisp.wire.unit;

import io.runwisp.model.BackoffCurve;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tasks alone have.
 *
 * @param cron absent when it is started by hand only
 * @param timezone the zone of its schedule
 * @param scheduleText its schedule in words
 * @param catchUp which missed slots run at start
 * @param jitter how far a start may slip
 * @param parallelism how many of its runs may be in flight
 * @param maxQueued how many of its runs may wait
 * @param params what can be given to a run
 */
public record TaskRules(@Nullable String cron, @Nullable String timezone, @Nullable String scheduleText, @OneOf({
        "skip", "latest", "all"}) @Nullable String catchUp, @Nullable Integer maxCatchUpRuns, @Nullable Duration jitter,
        @OneOf({"never", "daemon", "boot"}) @Nullable String runOnStart, int parallelism,
        @Required @Words(OverlapPolicy.class) String onOverlap, int maxQueued, int retryAttempts,
        @Nullable Duration retryDelay, @Words(BackoffCurve.class) @Nullable String retryBackoff,
        List<ParamResponse> params) {

    public TaskRules {
        params = List.copyOf(params);
    }
}
