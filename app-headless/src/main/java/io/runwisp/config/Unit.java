package io.runwisp.config;

import io.runwisp.config.grammar.Failures;
import io.runwisp.config.grammar.UnitNames;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.Settings;
import io.runwisp.model.UnitKind;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A task or a service.
 *
 * @param settings its own values over those of {@code [defaults]} over the built-in ones
 * @param zone the zone of its schedule
 * @param environment its variables, files and defaults merged
 * @param failures which ends count as failure
 * @param healthCheck its probe, or null
 */
public record Unit(UnitKind kind, String name, Settings settings, ZoneId zone, Environment environment,
        Failures failures,
        @Nullable HealthCheck healthCheck) {

    /** The value of a key, or null when there is none. */
    public <T> @Nullable T get(Key<T> key) {
        return settings.get(key);
    }

    /** The value of a key that always has one. */
    public <T> T value(Key<T> key) {
        return settings.value(key);
    }

    /** The name of its directory of logs. */
    public String logDirectory() {
        return UnitNames.logDirectory(name);
    }

    /**
     * The probe of a service.
     *
     * @param settings what stands in its table; keys about the process fall back to the service
     * @param zone the zone of its schedule
     * @param environment its variables over those of the service
     * @param failures which ends of the probe count as failure
     */
    public record HealthCheck(Settings settings, ZoneId zone, Environment environment, Failures failures) {
    }
}
