package io.runwisp.engine.definition;

import io.runwisp.config.Environment;
import io.runwisp.config.Unit;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is executed for a unit, and for the probe of a service. */
final class Commands {

    private Commands() {
    }

    static Command of(Unit unit) {
        return new Command(unit.value(UnitKeys.SHELL), unit.value(UnitKeys.RUN), unit.get(UnitKeys.WORKING_DIR),
                unit.value(UnitKeys.ENV_BASE), variables(unit.environment()), unit.get(UnitKeys.USER),
                unit.get(UnitKeys.UMASK));
    }

    /** The keys about the process that the probe does not have are those of the service. */
    static Command ofProbe(Unit service, Unit.HealthCheck check) {
        Settings own = check.settings();
        return new Command(ownOr(own, service, UnitKeys.SHELL), own.value(ServiceKeys.PROBE),
                own(own, service, UnitKeys.WORKING_DIR), ownOr(own, service, UnitKeys.ENV_BASE),
                variables(check.environment()), own(own, service, UnitKeys.USER), own(own, service, UnitKeys.UMASK));
    }

    /** The values that must not be in a log. */
    static List<String> secretsOf(Environment environment) {
        return environment.secret().values().stream().filter(value -> !value.isEmpty()).distinct().toList();
    }

    private static SortedMap<String, String> variables(Environment environment) {
        SortedMap<String, String> all = new TreeMap<>(environment.plain());
        all.putAll(environment.secret());
        return all;
    }

    private static <T> @Nullable T own(Settings probe, Unit service, Key<T> key) {
        T own = probe.get(key);
        return own == null ? service.get(key) : own;
    }

    private static <T> T ownOr(Settings probe, Unit service, Key<T> key) {
        return Objects.requireNonNull(own(probe, service, key));
    }
}
