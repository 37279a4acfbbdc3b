package io.runwisp.daemon.life;

import io.runwisp.config.Config;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.retention.Keep;
import io.runwisp.retention.Policies;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a configuration says about how long runs are kept. */
final class KeepRules {

    private KeepRules() {
    }

    static Policies of(Config config) {
        Map<String, Keep> units = new HashMap<>();
        config.units().forEach((name, unit) -> units.put(name, of(unit.settings())));
        return new Policies(units, of(config.daemon().defaults()),
                config.daemon().storage().value(DaemonKeys.MAX_SIZE));
    }

    private static Keep of(Settings unit) {
        @Nullable
        Integer runs = unit.get(UnitKeys.KEEP_RUNS);
        @Nullable
        Duration age = unit.get(UnitKeys.KEEP_FOR);
        return new Keep(runs == null ? OptionalInt.empty() : OptionalInt.of(runs), Optional.ofNullable(age));
    }
}
