package io.runwisp.api.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All operations. A fixed segment wins over one that takes anything. */
final class RouteTable {

    private final List<Route> routes;

    /** What was found. */
    sealed interface Finding {
    }

    record Found(Route route, Map<String, String> path) implements Finding {
    }

    record OtherMethod(String allow) implements Finding {
    }

    record Nothing() implements Finding {
    }

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    List<Route> routes() {
        return routes;
    }

    Finding find(String method, String path) {
        List<String> segments = Paths.segments(path);
        String asked = method.equals("HEAD") ? "GET" : method;
        Found best = null;
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> values = Paths.match(route.pattern(), segments);
            if (values.isEmpty()) {
                continue;
            }
            others.add(route.method());
            if (route.method().equals(asked) && (best == null || values.get().size() < best.path().size())) {
                best = new Found(route, values.get());
            }
        }
        if (best != null) {
            return best;
        }
        return others.isEmpty() ? new Nothing() : new OtherMethod(String.join(", ", others));
    }
}
