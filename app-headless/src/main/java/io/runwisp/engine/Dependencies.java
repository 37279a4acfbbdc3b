package io.runwisp.engine;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a service may start, as far as others are concerned. It never waits for ever. */
final class Dependencies {

    /** How long a service waits at most for those that it depends on. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long a service without a health check must be up until it counts. */
    static final Duration SETTLING = Duration.ofSeconds(2);
    /** How often it is looked again. */
    static final Duration INTERVAL = Duration.ofMillis(250);

    private Dependencies() {
    }

    /** How a service stands. */
    enum Standing {
        /** One of its replicas is up. */
        UP,
        /** It is on its way. */
        COMING,
        /** It is stopped, has given up, or is not there. */
        ABSENT
    }

    /** What a dependant is to do. */
    sealed interface Verdict {
    }

    /** Start. */
    record Go() implements Verdict {
    }

    /** Wait. */
    record Wait() implements Verdict {
    }

    /** Start although somebody is not up. */
    record GoAnyway(String why) implements Verdict {
    }

    /** Decides by how those that it depends on stand, and how long it has waited. */
    static Verdict decide(Map<String, Standing> standings, Duration waited) {
        Map<String, Standing> missing = new TreeMap<>(standings);
        missing.values().removeIf(standing -> standing == Standing.UP);
        if (missing.isEmpty()) {
            return new Go();
        }
        boolean hope = missing.containsValue(Standing.COMING) && waited.compareTo(PATIENCE) < 0;
        return hope
                ? new Wait()
                : new GoAnyway(missing.entrySet()
                    .stream()
                    .map(entry -> entry.getKey()
                            + (entry.getValue() == Standing.COMING ? " is not up after 30s" : " is not running"))
                    .collect(Collectors.joining(", ")));
    }
}
