package io.runwisp.wire.unit;

import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.wire.json.Words;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for each run of a unit.
 *
 * @param timeout its time limit
 * @param gracefulStop the time between the first signal of a stop and the kill
 * @param stopSignal the first signal of a stop
 * @param restart when it is started again after its end
 * @param logMaxSize the cap of a log in bytes
 * @param logOnFull what happens at the cap
 * @param keepRuns how many ended runs are kept
 * @param keepFor how long they are kept
 * @param notifyOnFailure notifiers by their ids
 * @param notifyOnSuccess notifiers by their ids
 */
public record RunRules(@Nullable Duration timeout, @Nullable Duration gracefulStop, @Nullable String stopSignal,
        @Words(RestartPolicy.class) @Nullable String restart, @Nullable Long logMaxSize,
        @Words(LogFullPolicy.class) @Nullable String logOnFull, @Nullable Integer keepRuns, @Nullable Duration keepFor,
        List<String> notifyOnFailure, List<String> notifyOnSuccess, @Nullable String user, @Nullable String workingDir,
        @Nullable String shell, @Nullable String umask) {

    public RunRules {
        notifyOnFailure = List.copyOf(notifyOnFailure);
        notifyOnSuccess = List.copyOf(notifyOnSuccess);
    }
}
