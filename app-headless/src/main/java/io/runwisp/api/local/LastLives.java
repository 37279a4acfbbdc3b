package io.runwisp.api.local;

import io.runwisp.config.Config;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.store.RunQueries;
import io.runwisp.wire.unit.ReplicaExit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the replicas of services ended before the daemon began, from their rows: asked once for each service and configuration. Any thread may ask. */
final class LastLives {

    /** So many of the newest runs of a service are looked through; it has 64 replicas at most. */
    private static final int LOOK_BACK = 256;

    private final RunQueries runs;
    private volatile Known known = new Known(null);

    private record Known(@Nullable Config config, Map<String, Map<Integer, ReplicaExit>> services) {

        Known(@Nullable Config config) {
            this(config, new ConcurrentHashMap<>());
        }
    }

    LastLives(RunQueries runs) {
        this.runs = runs;
    }

    /** How the replicas of a service ended, by their index; those that are not there never did. */
    Map<Integer, ReplicaExit> of(String service, Config config) {
        Known now = known;
        if (!config.equals(now.config())) {
            now = new Known(config);
            known = now;
        }
        return now.services().computeIfAbsent(service, this::read);
    }

    private Map<Integer, ReplicaExit> read(String service) {
        Map<Integer, ReplicaExit> exits = new HashMap<>();
        for (Run run : runs.list(RunFilter.ofTask(service), RunSort.NEWEST, LOOK_BACK, 0).runs()) {
            RunEnd end = run.end();
            if (end != null) {
                exits.putIfAbsent(run.replicaIndex(),
                        new ReplicaExit(run.id().text(), end.reason().word(), end.exitCode(), end.at()));
            }
        }
        return Map.copyOf(exits);
    }
}
