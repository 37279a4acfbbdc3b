package io.runwisp.api.http;

import io.runwisp.api.host.Health;
import io.runwisp.api.local.LocalDaemonApi;
import io.runwisp.api.local.LocalUnits;
import io.runwisp.api.sse.StreamDesk;
import io.runwisp.auth.gate.Gate;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All operations over the daemon of this process. */
public final class Routes {

    private Routes() {
    }

    /**
     * What the operations are made of.
     *
     * @param units the units of the API, asked by hooks as well
     * @param figures the page of figures, or null when it is not here
     * @param page what the page in the browser needs
     */
    public record Parts(LocalDaemonApi api, LocalUnits units, StreamDesk streams, Health health,
            @Nullable Supplier<String> figures, HookTokens hooks, Page page, WallClock wall,
            MonotonicClock monotonic) {
    }

    /**
     * What the page in the browser needs.
     *
     * @param routes operations that are no part of the document
     * @param files answers whoever asks for what is no operation
     */
    public record Page(List<Route> routes, Route.Operation files) {

        public Page {
            routes = List.copyOf(routes);
        }
    }

    /**
     * The front of a daemon.
     *
     * @param faults told what went wrong inside
     */
    public static Front front(Gate gate, Parts parts, BiConsumer<String, Throwable> faults) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ServerRoutes(parts.health()::problem, parts.figures()).routes());
        routes.addAll(new AuthRoutes(gate).routes());
        routes.addAll(new HostRoutes(parts.api().host()).routes());
        routes.addAll(new UnitRoutes(parts.units(), parts.wall()).routes());
        routes.addAll(new RunRoutes(parts.api().history()).routes());
        routes.addAll(new LogRoutes(parts.api().logs()).routes());
        routes.addAll(new BellRoutes(parts.api().bell()).routes());
        routes.addAll(new StreamRoutes(parts.streams(), parts.wall()).routes());
        routes.addAll(new HookRoutes(parts.units(), parts.hooks(), parts.monotonic()).routes());
        routes.addAll(parts.page().routes());
        return new Front(new Front.AtGate(gate), routes, parts.page().files(), faults);
    }

    /** A front that has the page of figures and nothing else, for whoever reaches it. */
    public static Front figures(Supplier<String> figures, BiConsumer<String, Throwable> faults) {
        return new Front(new Front.Everybody(), List.of(ServerRoutes.figures(figures)), faults);
    }
}
