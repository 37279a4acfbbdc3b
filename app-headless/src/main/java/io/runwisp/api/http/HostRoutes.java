package io.runwisp.api.http;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.HostOperations;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.daemon.ReloadRequest;
import java.util.List;

/** The daemon and its machine. */
record HostRoutes(HostOperations host) {

    List<Route> routes() {
        return List.of(
                Route.get("/api/instance", this::instance).forAnybody(),
                Route.get("/api/info", _ -> Reply.json(host.info())),
                Route.get("/api/system", _ -> Reply.json(host.system())),
                Route.get("/api/system/history", _ -> Reply.json(host.systemHistory())),
                Route.post("/api/reload", this::reload));
    }

    private Reply instance(Call call) {
        if (!call.admission().caller().local()) {
            throw new ApiProblem(Problem.of(ProblemCode.NOT_LOCAL, "Who listens here is told on this machine only."));
        }
        return Reply.json(host.instance());
    }

    private Reply reload(Call call) {
        ReloadRequest request = call.input().optionalBody(ReloadRequest.class);
        return Reply.json(host.reload(request == null ? new ReloadRequest(List.of(), false) : request));
    }
}
