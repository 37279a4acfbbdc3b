package io.runwisp.notify;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.model.UnitKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says about notices.
 *
 * @param recovered whether it is told that a unit is well again
 * @param kinds the units
 * @param steady after how long a replica of a service counts as well
 */
record Setup(Routing routing, Coalescer.Rule folding, RetryPlan retries, Watch.Rule watch, boolean recovered,
        Maintenance maintenance, Map<String, UnitKind> kinds, Map<String, Duration> steady) {

    Setup {
        kinds = Map.copyOf(kinds);
        steady = Map.copyOf(steady);
    }

    static Setup of(Config config) {
        Settings notify = config.notifications().settings();
        Map<String, UnitKind> kinds = new HashMap<>();
        Map<String, Duration> steady = new HashMap<>();
        for (Unit unit : config.units().values()) {
            kinds.put(unit.name(), unit.kind());
            if (unit.kind() == UnitKind.SERVICE) {
                steady.put(unit.name(), unit.value(ServiceKeys.BACKOFF_RESET_AFTER));
            }
        }
        return new Setup(Routing.of(config),
                new Coalescer.Rule(notify.value(NotifyKeys.COALESCE_OUTBOUND), notify.value(NotifyKeys.COALESCE_WINDOW),
                        notify.value(NotifyKeys.OCCURRENCE_RING)),
                new RetryPlan(notify.value(NotifyKeys.RETRY_BUDGET)),
                new Watch.Rule(notify.value(NotifyKeys.SLOW), notify.value(NotifyKeys.SILENT),
                        notify.value(NotifyKeys.SLOW_FACTOR)),
                notify.value(NotifyKeys.RECOVERED), Maintenance.of(config), kinds, steady);
    }

    @Nullable
    UnitKind kind(String unit) {
        return kinds.get(unit);
    }
}
