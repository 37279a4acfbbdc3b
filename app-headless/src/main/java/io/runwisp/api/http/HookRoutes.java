package io.runwisp.api.http;

import io.runwisp.api.local.LocalUnits;
import io.runwisp.auth.login.AttemptWindow;
import io.runwisp.client.ApiProblem;
import io.runwisp.model.Trigger;
import io.runwisp.time.MonotonicClock;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.TriggerRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Units that are called from outside, with tokens of their own. */
final class HookRoutes {

    /** So many bad tokens a minute and address are looked at. */
    private static final int MOST_BAD = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1000;
    private static final String BEARER = "bearer ";
    private static final List<String> ACTIONS = List.of("run", "start", "stop", "restart");

    private final LocalUnits units;
    private final HookTokens tokens;
    private final AttemptWindow bad;

    HookRoutes(LocalUnits units, HookTokens tokens, MonotonicClock clock) {
        this.units = units;
        this.tokens = tokens;
        this.bad = new AttemptWindow(MOST_BAD, WINDOW, MOST_ADDRESSES, clock);
    }

    List<Route> routes() {
        return List.of(Route.post("/api/hooks/tasks/{taskName}/{action}", this::call, "token").forAnybody());
    }

    private Reply call(Call call) {
        Input input = call.input();
        String unit = input.unit();
        String action = input.pathWord("action", ACTIONS);
        input.check();
        InetAddress address = call.admission().caller().address();
        Duration wait = bad.waitFor(address);
        if (wait.isPositive()) {
            long seconds = wait.toSeconds() + 1;
            return Reply.problem(Problem.of(ProblemCode.TOO_MANY_REQUESTS,
                    "Too many bad tokens came from this address. Try again in " + seconds + " seconds."))
                .with("Retry-After", Long.toString(seconds));
        }
        return switch (tokens.judge(unit, action, token(call))) {
            case GOOD -> carryOut(input, unit, action);
            case OTHER_ACTION -> throw refused(ProblemCode.HOOK_ACTION_NOT_ALLOWED,
                    "The token is good for other actions of " + unit + ", not for " + action + ".");
            case BAD -> {
                bad.count(address);
                throw refused(ProblemCode.HOOK_TOKEN_INVALID, "The token is not one of this unit, or there is none.");
            }
        };
    }

    private Reply carryOut(Input input, String unit, String action) {
        return switch (action) {
            case "run" -> Reply.json(UnitRoutes.CREATED,
                    units.trigger(unit, Trigger.HOOK, UnitRoutes.given(input.foreignBody(TriggerRequest.class)), null));
            case "start" -> Reply.json(units.start(unit, Trigger.HOOK));
            case "restart" -> Reply.json(units.restart(unit, Trigger.HOOK));
            default -> Reply.json(units.stop(unit));
        };
    }

    private static String token(Call call) {
        String header = call.request().header("Authorization");
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length()).strip();
        }
        String given = call.input().text("token");
        return given == null ? "" : given;
    }

    private static ApiProblem refused(ProblemCode code, String detail) {
        return new ApiProblem(Problem.of(code, detail));
    }
}
