package io.runwisp.wire.unit;

import io.runwisp.model.BackoffCurve;
import io.runwisp.wire.json.Words;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What services alone have.
 *
 * @param instances how many replicas are kept alive
 * @param restartAttempts how many failed starts in a row are tolerated; absent for any number
 * @param backoffResetAfter the uptime after which a replica counts as stable
 * @param autostart whether it starts with the daemon
 * @param priority the order at boot, lowest first
 * @param dependsOn the services that must be up before it starts
 * @param healthChecked whether a command tells whether a replica is well
 */
public record ServiceRules(int instances, @Nullable Duration restartDelay,
        @Words(BackoffCurve.class) @Nullable String restartBackoff, @Nullable Integer restartAttempts,
        @Nullable Duration backoffResetAfter, boolean autostart, int priority, List<String> dependsOn,
        boolean healthChecked) {

    public ServiceRules {
        dependsOn = List.copyOf(dependsOn);
    }
}
