package io.runwisp.engine;

import io.runwisp.config.Config;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.Settings;
import java.time.Duration;

/**
 * What holds for the daemon as a whole.
 *
 * @param shutdownTimeout the ceiling for everything to end
 * @param killChildrenOnCrash whether the kernel kills what runs when the daemon dies
 */
public record EngineRules(Duration shutdownTimeout, boolean killChildrenOnCrash) {

    /** What a configuration says. */
    public static EngineRules of(Config config) {
        Settings daemon = config.daemon().daemon();
        return new EngineRules(daemon.value(DaemonKeys.SHUTDOWN_TIMEOUT),
                daemon.value(DaemonKeys.KILL_CHILDREN_ON_CRASH));
    }
}
