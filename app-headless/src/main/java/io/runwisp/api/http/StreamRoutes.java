package io.runwisp.api.http;

import io.runwisp.api.sse.StreamCall;
import io.runwisp.api.sse.StreamCourse;
import io.runwisp.api.sse.StreamDesk;
import io.runwisp.time.WallClock;
import java.util.List;
import java.util.function.Function;

/** What goes on. */
record StreamRoutes(StreamDesk desk, WallClock clock) {

    private static final String LAST = "lastEventId";

    List<Route> routes() {
        return List.of(
                Route.get("/api/events/stream", call -> stream(call, desk::events), "kinds", LAST),
                Route.get("/api/runs/stream", call -> stream(call, desk::runEvents), LAST),
                Route.get("/api/notifications/stream", call -> stream(call, desk::notificationEvents), LAST),
                Route.get("/api/daemon/log-stream", call -> stream(call, desk::daemonLog)),
                Route.get("/api/tasks/{taskName}/runs/{runId}/log/stream", this::log, "from", "replay_limit"),
                Route.get("/api/tasks/{taskName}/log/stream", this::serviceLog, "replay_limit"));
    }

    private Reply log(Call call) {
        String unit = call.input().unit();
        String run = call.input().run();
        call.input().check();
        return stream(call, asked -> desk.log(asked, unit, run));
    }

    private Reply serviceLog(Call call) {
        String unit = call.input().unit();
        call.input().check();
        return stream(call, asked -> desk.serviceLog(asked, unit));
    }

    private Reply stream(Call call, Function<StreamCall, StreamCourse<?>> opening) {
        return Streaming.reply(call, clock, opening);
    }
}
