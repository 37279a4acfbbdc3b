package io.runwisp.bell;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.EventKind;
import io.runwisp.model.Folding;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says about the bell.
 *
 * @param all whether every failure rings it
 * @param keep how many of its rows are kept
 * @param keepFor how long they are kept behind their last occurrence
 * @param failing the units whose failures ring it by a list of their own
 * @param succeeding the units whose successes ring it
 * @param routes those that lead to the bell
 */
public record BellRules(boolean all, Folding folding, int keep, Duration keepFor, Set<String> failing,
        Set<String> succeeding, List<RouteMatch> routes) {

    private static final String BELL = "inapp";

    public BellRules {
        failing = Set.copyOf(failing);
        succeeding = Set.copyOf(succeeding);
        routes = List.copyOf(routes);
    }

    /** Those of a configuration. */
    public static BellRules of(Config config) {
        Settings notify = config.notifications().settings();
        boolean all = config.notifications().defaultNotifiers().contains(BELL);
        Set<String> failing = new HashSet<>();
        Set<String> succeeding = new HashSet<>();
        for (Unit unit : config.units().values()) {
            if (named(unit.get(UnitKeys.NOTIFY_ON_FAILURE), all)) {
                failing.add(unit.name());
            }
            if (named(unit.get(UnitKeys.NOTIFY_ON_SUCCESS), all)) {
                succeeding.add(unit.name());
            }
        }
        return new BellRules(all,
                new Folding(notify.value(NotifyKeys.COALESCE_WINDOW), notify.value(NotifyKeys.OCCURRENCE_RING)),
                notify.value(NotifyKeys.KEEP_NOTIFICATIONS), notify.value(NotifyKeys.KEEP_FOR), failing, succeeding,
                config.notifications().routes().stream().flatMap(BellRules::route).toList());
    }

    /** The default notifiers belong to every list that is not empty. */
    private static boolean named(@Nullable List<String> list, boolean byDefault) {
        return list != null && !list.isEmpty() && (byDefault || list.contains(BELL));
    }

    private static Stream<RouteMatch> route(Settings route) {
        return route.value(NotifyKeys.NOTIFY_LIST).contains(BELL) ? Stream.of(RouteMatch.of(route)) : Stream.empty();
    }

    /** Whether these news ring the bell. */
    boolean ring(RunNews news, String unit, boolean failure) {
        return (failure || news.kind() == EventKind.RUN_SLOW || news.kind() == EventKind.RUN_SILENT)
                && (all || failing.contains(unit))
                || news.kind() == EventKind.RUN_SUCCEEDED && succeeding.contains(unit)
                || news.kind() == EventKind.LOG_DISK_PRESSURE && all
                || routes.stream().anyMatch(route -> route.takes(news, unit, failure));
    }
}
