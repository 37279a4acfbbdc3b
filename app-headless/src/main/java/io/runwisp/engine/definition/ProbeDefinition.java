package io.runwisp.engine.definition;

import io.runwisp.config.grammar.Failures;
import io.runwisp.schedule.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What tells whether a replica is well.
 *
 * @param schedule when it is asked
 * @param retry how often a failed answer is asked for again before it counts
 */
public record ProbeDefinition(Command command, Schedule schedule, ZoneId zone, Duration timeout, Failures failures,
        RetryRule retry, List<String> secrets) {

    public ProbeDefinition {
        secrets = List.copyOf(secrets);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "ProbeDefinition[command=" + command + ", schedule=" + schedule + ", timeout=" + timeout + "]";
    }
}
