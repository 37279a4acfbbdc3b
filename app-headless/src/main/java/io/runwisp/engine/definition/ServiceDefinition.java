package io.runwisp.engine.definition;

import io.runwisp.model.RestartPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service.
 *
 * @param instances how many replicas are kept alive
 * @param stableAfter the uptime after which a replica counts as stable
 * @param restartAttempts how many failed starts in a row are tolerated, or null for any number
 * @param autostart whether it starts with the daemon
 * @param priority the order at boot, lowest first
 * @param dependsOn the services that must be up before it starts
 * @param probe what tells whether a replica is well, or null
 * @param replicaEnv whether a replica is told its index
 */
public record ServiceDefinition(String name, RunRules rules, boolean apiTrigger, int instances, RestartPolicy restart,
        Backoff backoff, Duration stableAfter, @Nullable Integer restartAttempts, boolean autostart, int priority,
        List<String> dependsOn, @Nullable ProbeDefinition probe, boolean replicaEnv) implements UnitDefinition {

    public ServiceDefinition {
        dependsOn = List.copyOf(dependsOn);
    }
}
