package io.runwisp.web;

import io.runwisp.api.http.Call;
import io.runwisp.api.http.Reply;
import io.runwisp.api.http.Route;
import io.runwisp.api.http.Streaming;
import io.runwisp.time.WallClock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the page asks, and nobody else is promised.
 *
 * @param desk asked for when the first page comes
 */
record ViewRoutes(Supplier<ViewDesk> desk, WallClock clock) {

    private static final int BODY = 16 * 1024;
    private static final String SLOT = "/api/view/{connection}/{slot}";

    List<Route> routes() {
        return List.of(
                Route.get("/api/view/stream", call -> Streaming.reply(call, clock, desk.get()::stream)).forOwnPages(),
                Route.get("/api/view/{screen}", this::once, Route.ANY_QUERY).forOwnPages(),
                Route.put(SLOT, this::show).withBody(BODY),
                Route.delete(SLOT, this::clear));
    }

    private Reply once(Call call) {
        return Reply.json(desk.get().once(call.input().inPath("screen"), call.input().query()))
            .with("Cache-Control", "no-store");
    }

    private Reply show(Call call) {
        desk.get()
            .show(call.input().inPath("connection"), call.input().inPath("slot"), call.input().body(SlotWish.class));
        return Reply.nothing();
    }

    private Reply clear(Call call) {
        desk.get().clear(call.input().inPath("connection"), call.input().inPath("slot"));
        return Reply.nothing();
    }
}
