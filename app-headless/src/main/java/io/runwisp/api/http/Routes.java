package io.runwisp.api.http;

import io.runwisp.auth.gate.Gate;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.time.WallClock;
import io.runwisp.wire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** All operations over one daemon. */
public final class Routes {

    private Routes() {
    }

    /**
     * The front of a daemon.
     *
     * @param health what is wrong with it, or nothing
     * @param faults told what went wrong inside
     */
    public static Front front(JoinedDaemonApi api, Gate gate, WallClock clock, Supplier<Optional<Problem>> health,
            BiConsumer<String, Throwable> faults) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ServerRoutes(health).routes());
        routes.addAll(new AuthRoutes(gate).routes());
        routes.addAll(new HostRoutes(api.host()).routes());
        routes.addAll(new UnitRoutes(api.units(), clock).routes());
        routes.addAll(new RunRoutes(api.history()).routes());
        routes.addAll(new LogRoutes(api.logs()).routes());
        routes.addAll(new BellRoutes(api.bell()).routes());
        return new Front(gate, routes, faults);
    }
}
