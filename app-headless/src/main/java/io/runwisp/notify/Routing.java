package io.runwisp.notify;

import io.runwisp.bell.RouteMatch;
import io.runwisp.config.Config;
import io.runwisp.config.Notifier;
import io.runwisp.config.Unit;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.EventKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears what. The bell is nobody here: it has rules of its own.
 *
 * @param defaults tokens of those who hear every failure, and are added to every list of a unit
 * @param failing the lists of units for their failures
 * @param succeeding those for their successes
 * @param declared the ids of all notifiers
 */
record Routing(List<String> defaults, Map<String, List<String>> failing, Map<String, List<String>> succeeding,
        List<Route> routes, List<String> declared) {

    private static final String BELL = "inapp";
    /** What is told like a failure although nothing has failed yet. */
    private static final Set<EventKind> ODD = Set.of(EventKind.RUN_SLOW, EventKind.RUN_SILENT);

    Routing {
        defaults = List.copyOf(defaults);
        failing = Map.copyOf(failing);
        succeeding = Map.copyOf(succeeding);
        routes = List.copyOf(routes);
        declared = List.copyOf(declared);
    }

    /** A route: to whom what goes. */
    record Route(RouteMatch match, List<String> tokens) {
    }

    /**
     * Somebody hears it.
     *
     * @param token {@code id} or {@code id:target}
     * @param reason the part of the configuration that says so, the first if there are several
     */
    record Heard(String token, String reason) {
    }

    static Routing of(Config config) {
        Map<String, List<String>> failing = new HashMap<>();
        Map<String, List<String>> succeeding = new HashMap<>();
        for (Unit unit : config.units().values()) {
            put(failing, unit.name(), unit.get(UnitKeys.NOTIFY_ON_FAILURE));
            put(succeeding, unit.name(), unit.get(UnitKeys.NOTIFY_ON_SUCCESS));
        }
        List<Route> routes = new ArrayList<>();
        for (Settings route : config.notifications().routes()) {
            routes.add(new Route(RouteMatch.of(route), tokens(route.value(NotifyKeys.NOTIFY_LIST))));
        }
        return new Routing(tokens(config.notifications().defaultNotifiers()), failing, succeeding, routes,
                config.notifications().notifiers().stream().map(Notifier::id).toList());
    }

    private static void put(Map<String, List<String>> lists, String unit, @Nullable List<String> list) {
        if (list != null && !list.isEmpty()) {
            lists.put(unit, tokens(list));
        }
    }

    private static List<String> tokens(List<String> written) {
        return written.stream()
            .map(String::strip)
            .filter(token -> !token.isEmpty() && !token.equals(BELL))
            .distinct()
            .toList();
    }

    /** Who hears this, each once, however many reasons there are. */
    List<Heard> hears(Happening happening) {
        Map<String, String> heard = new LinkedHashMap<>();
        EventKind kind = happening.news().kind();
        String unit = happening.unit();
        if (happening.failure() || ODD.contains(kind)) {
            failing.getOrDefault(unit, List.of()).forEach(token -> heard.putIfAbsent(token, "notify_on_failure"));
            defaults.forEach(token -> heard.putIfAbsent(token, "default_notifiers"));
        }
        List<String> pleased = succeeding.get(unit);
        if (kind == EventKind.RUN_SUCCEEDED && pleased != null) {
            pleased.forEach(token -> heard.putIfAbsent(token, "notify_on_success"));
            defaults.forEach(token -> heard.putIfAbsent(token, "default_notifiers"));
        }
        if (kind == EventKind.LOG_DISK_PRESSURE || kind == EventKind.JOURNAL_STALLED) {
            defaults.forEach(token -> heard.putIfAbsent(token, "default_notifiers"));
        }
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            String reason = "route " + (i + 1);
            if (route.match().takes(happening.news(), unit, happening.failure())) {
                route.tokens().forEach(token -> heard.putIfAbsent(token, reason));
            }
        }
        if (heard.isEmpty() && kind == EventKind.JOURNAL_STALLED) {
            // The one trouble that the bell, which is in the journal, cannot tell.
            declared.forEach(token -> heard.put(token, "every notifier"));
        }
        return heard.entrySet().stream().map(entry -> new Heard(entry.getKey(), entry.getValue())).toList();
    }

    /** Whether anybody wants to hear of starts. */
    boolean wantsStarts() {
        return routes.stream().anyMatch(route -> {
            Set<EventKind> kinds = route.match().kinds();
            return kinds != null && kinds.contains(EventKind.RUN_STARTED);
        });
    }
}
