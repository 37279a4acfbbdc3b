package io.runwisp.api.stream;

import io.runwisp.client.ApiProblem;
import io.runwisp.event.EventHub;
import io.runwisp.output.read.FollowStart;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.unit.TaskResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What feeds are made of.
 *
 * @param units what a unit is now; null when there is none of this name
 */
public record LiveParts(EventHub hub, StoredLogs logs, DaemonLines daemonLines,
        Function<String, @Nullable TaskResponse> units) {

    /** Tells everybody who listens what is in no journal. */
    public void announce(EventName name, Record data) {
        if (hub.listeners() > 0) {
            hub.announce(name.word(), WireJson.text(data));
        }
    }

    /** What happens. */
    public EventFeed events(@Nullable Long after, EventKinds kinds) {
        return new EventFeed(hub, after, kinds, units);
    }

    /** The log of the daemon. */
    public Feed<String> daemonLog() {
        return new DaemonLogFeed(daemonLines);
    }

    /**
     * The log of a run.
     *
     * @throws ApiProblem {@code run_unknown} or {@code log_unknown}
     */
    public Feed<LogTiding> log(String unit, String run, FollowStart start, int replay) {
        return new LogFeed(logs, hub, unit, run, start, replay);
    }

    /**
     * The logs of all replicas of a unit.
     *
     * @param cursor how far whoever comes back had come, or null
     * @throws ApiProblem {@code unit_unknown}
     */
    public Feed<LogTiding> serviceLog(String unit, int replay, @Nullable LogCursor cursor) {
        TaskResponse now = units.apply(unit);
        if (now == null) {
            throw new ApiProblem(Problem.of(ProblemCode.UNIT_UNKNOWN,
                    "There is no task or service «" + unit + "» in the configuration that is in force."));
        }
        int replicas = now.service() == null ? 1 : now.service().instances();
        return new ServiceLogFeed(logs, hub, unit, replicas, replay, cursor);
    }
}
