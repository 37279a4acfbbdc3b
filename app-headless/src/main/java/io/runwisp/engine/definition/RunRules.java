package io.runwisp.engine.definition;

import io.runwisp.config.grammar.Failures;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;

/**
 * What holds for each run of a unit.
 *
 * @param timeout its time limit, counted from the start of its process; zero for none
 * @param grace the time between the first signal of a stop and the kill; zero kills at once
 * @param stopSignal the first signal of a stop
 * @param logMaxBytes the cap of its log; 0 for none
 * @param minFreeBytes what the disk must have left for it; 0 for no check
 * @param secrets what must not be in its log
 */
public record RunRules(Command command, Failures failures, Duration timeout, Duration grace, StopSignal stopSignal,
        long logMaxBytes, LogFullPolicy logOnFull, long minFreeBytes, List<String> secrets) {

    public RunRules {
        secrets = List.copyOf(secrets);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "RunRules[command=" + command + ", failures=" + failures + ", timeout=" + timeout + ", grace=" + grace
                + ", stopSignal=" + stopSignal + ", logMaxBytes=" + logMaxBytes + ", logOnFull=" + logOnFull + "]";
    }
}
