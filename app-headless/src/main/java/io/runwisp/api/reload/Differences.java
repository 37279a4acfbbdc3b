package io.runwisp.api.reload;

import io.runwisp.config.Config;
import io.runwisp.config.Environment;
import io.runwisp.config.Unit;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.Language;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which keys two configurations differ in. Names of keys only: values are never told. */
final class Differences {

    private Differences() {
    }

    /** For units that are in both, the keys that differ; units that do not differ are left out. */
    static Map<String, List<String>> ofUnits(Config before, Config after) {
        Map<String, List<String>> all = new TreeMap<>();
        after.units().forEach((name, unit) -> {
            Unit old = before.units().get(name);
            List<String> keys = old == null ? List.of() : ofUnit(old, unit);
            if (!keys.isEmpty()) {
                all.put(name, keys);
            }
        });
        return all;
    }

    /** The keys of the daemon itself that differ, with their tables. */
    static List<String> ofDaemon(Config before, Config after) {
        TreeSet<String> keys = new TreeSet<>(settings("daemon.", before.daemon().daemon(), after.daemon().daemon()));
        keys.addAll(settings("storage.", before.daemon().storage(), after.daemon().storage()));
        keys.addAll(settings("notify.", before.notifications().settings(), after.notifications().settings()));
        if (!before.zone().equals(after.zone())) {
            keys.add("scheduler.timezone");
            keys.remove("daemon.timezone");
        }
        if (before.daemon().metricsEnabled() != after.daemon().metricsEnabled()) {
            keys.add("daemon.metrics_enabled");
        }
        if (!before.daemon().trustedProxies().equals(after.daemon().trustedProxies())) {
            keys.add("daemon.trusted_proxies");
        }
        if (!notifications(before).equals(notifications(after))) {
            keys.add("notifications");
        }
        return List.copyOf(keys);
    }

    private static List<String> ofUnit(Unit old, Unit unit) {
        if (old.kind() != unit.kind()) {
            return List.of("kind");
        }
        TreeSet<String> keys = new TreeSet<>(settings("", old.settings(), unit.settings()));
        environment(keys, "", old.environment(), unit.environment());
        if (!old.failures().equals(unit.failures())) {
            keys.add(UnitKeys.FAILURES.name());
        } else {
            keys.remove(UnitKeys.FAILURES.name());
        }
        if (!old.zone().equals(unit.zone())) {
            keys.add("timezone");
        }
        Unit.HealthCheck was = old.healthCheck();
        Unit.HealthCheck will = unit.healthCheck();
        if (was != null && will != null) {
            environment(keys, "health_check.", was.environment(), will.environment());
        }
        return List.copyOf(keys);
    }

    /** Where a variable comes from does not matter, only what it is. */
    private static void environment(Set<String> keys, String prefix, Environment old, Environment other) {
        keys.removeAll(List.of(prefix + "env", prefix + "secrets", prefix + "env_file", prefix + "secrets_file"));
        if (!old.plain().equals(other.plain())) {
            keys.add(prefix + "env");
        }
        if (!old.secret().equals(other.secret())) {
            keys.add(prefix + "secrets");
        }
    }

    private static List<String> settings(String prefix, Settings old, Settings other) {
        List<String> names = new ArrayList<>();
        for (Key<?> key : Language.shape(other.table()).keys()) {
            Object was = old.get(key);
            Object will = other.get(key);
            if (was instanceof Settings one && will instanceof Settings two) {
                names.addAll(settings(prefix + key.name() + ".", one, two));
            } else if (!Objects.equals(plain(was), plain(will))) {
                names.add(prefix + key.name());
            }
        }
        return names;
    }

    private static List<Object> notifications(Config config) {
        List<Object> all = new ArrayList<>(config.notifications().defaultNotifiers());
        // The files that a notifier names may have changed while its keys have not.
        config.notifications()
            .notifiers()
            .forEach(notifier -> all
                .add(List.of(plain(notifier.settings()), notifier.credential(),
                        Optional.ofNullable(notifier.template()))));
        config.notifications().routes().forEach(route -> all.add(plain(route)));
        config.hooks().forEach(hook -> all.add(plain(hook.settings())));
        config.maintenance().forEach(window -> all.add(plain(window.settings())));
        return all;
    }

    private static Object plain(@Nullable Object value) {
        if (value instanceof Settings table) {
            Map<String, Object> map = new TreeMap<>();
            Language.shape(table.table()).keys().forEach(key -> map.put(key.name(), plain(table.get(key))));
            return map;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Differences::plain).collect(Collectors.toList());
        }
        return value == null ? "" : value;
    }
}
