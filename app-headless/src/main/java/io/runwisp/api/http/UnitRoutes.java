package io.runwisp.api.http;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.UnitOperations;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.time.WallClock;
import io.runwisp.wire.Message;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tasks and services. */
record UnitRoutes(UnitOperations units, WallClock clock) {

    static final int CREATED = 201;
    private static final TriggerRequest PLAIN = new TriggerRequest(Map.of());
    private static final int USUAL_WAIT = 300;
    private static final Duration AHEAD = Duration.ofHours(24);

    List<Route> routes() {
        return List.of(
                Route.get("/api/tasks", _ -> Reply.json(units.tasks())),
                Route.post("/api/tasks/{taskName}/trigger", this::trigger, "wait", "wait_timeout"),
                Route.post("/api/tasks/{taskName}/run", this::trigger, "wait", "wait_timeout"),
                verb("start", units::start),
                verb("restart", units::restart),
                verb("stop", units::stop),
                verb("pause", units::pause),
                verb("resume", units::resume),
                Route.get("/api/tasks/{taskName}/why", this::why, "at"),
                Route.get("/api/upcoming", this::upcoming, "from", "to", "limit"));
    }

    private Route verb(String word, Function<String, Message> operation) {
        return Route.post("/api/tasks/{taskName}/" + word, call -> {
            String unit = call.input().unit();
            call.input().check();
            return Reply.json(operation.apply(unit));
        });
    }

    private Reply trigger(Call call) {
        Input input = call.input();
        String task = input.unit();
        boolean wait = input.flag("wait");
        int seconds = input.number("wait_timeout", 1, (int) UnitOperations.LONGEST_WAIT.toSeconds(), USUAL_WAIT);
        input.check();
        Run run = units.trigger(task, given(input.optionalBody(TriggerRequest.class)),
                wait ? Duration.ofSeconds(seconds) : null);
        return Reply.json(CREATED, run);
    }

    static TriggerRequest given(@Nullable TriggerRequest body) {
        return body == null ? PLAIN : body;
    }

    private Reply why(Call call) {
        String unit = call.input().unit();
        @Nullable
        Instant at = call.input().instant("at");
        call.input().check();
        return Reply.json(units.why(unit, at));
    }

    private Reply upcoming(Call call) {
        Input input = call.input();
        Instant given = input.instant("from");
        Instant to = input.instant("to");
        int limit = input.number("limit", 1, UpcomingQuery.MOST, UpcomingQuery.USUAL);
        input.check();
        Instant from = given == null ? clock.now() : given;
        Instant end = to == null ? from.plus(AHEAD) : to;
        if (end.isBefore(from) || Duration.between(from, end).compareTo(UpcomingQuery.LONGEST) > 0) {
            throw new ApiProblem(Problem.of(ProblemCode.BAD_TIME_RANGE, "From " + from + " to " + end
                    + " is not a stretch of time of at most " + UpcomingQuery.LONGEST.toDays() + " days."));
        }
        return Reply.json(units.upcoming(new UpcomingQuery(from, end, limit)));
    }
}
