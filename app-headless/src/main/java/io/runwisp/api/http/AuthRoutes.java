package io.runwisp.api.http;

import static io.runwisp.api.http.Denials.granted;

import io.runwisp.auth.gate.Answer;
import io.runwisp.auth.gate.Denial;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.gate.Gate;
import io.runwisp.auth.gate.Launch;
import io.runwisp.auth.gate.Session;
import io.runwisp.wire.auth.AuthStatus;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.LaunchTicket;
import io.runwisp.wire.auth.Login;
import io.runwisp.wire.auth.Token;
import java.util.List;
import java.util.Set;

/** Coming in. */
record AuthRoutes(Gate gate) {

    /** A login is short. */
    private static final int BODY = 1024;
    private static final int SEE_OTHER = 303;
    /** Where a person goes whose link is not good any more: the page says so, and asks for the password. */
    private static final Set<Reason> STALE = Set.of(Reason.TICKET_MISSING, Reason.TICKET_STALE);
    private static final String NOT_LAUNCHED = "/?launch=stale";
    private static final String SET_COOKIE = "Set-Cookie";

    List<Route> routes() {
        return List.of(
                Route.get("/api/auth/status", this::status).forAnybody(),
                Route.get("/api/auth/challenge", this::challenge).forAnybody(),
                Route.post("/api/auth", this::login).forAnybody().withBody(BODY),
                Route.post("/api/auth/logout", this::logout).forAnybody(),
                Route.post("/api/auth/launch-ticket", this::ticket),
                Route.get("/api/auth/launch", this::launch, "ticket", "redirect").forAnybody());
    }

    private Reply status(Call call) {
        var status = granted(gate.status(call.request().approach()));
        return Reply.json(new AuthStatus(status.required(), status.authenticated()));
    }

    private Reply challenge(Call call) {
        return Reply.json(new Challenge(granted(gate.challenge(call.request().approach()))))
            .with("Cache-Control",
                    "no-store");
    }

    private Reply login(Call call) {
        Login login = call.input().body(Login.class);
        Session session = granted(gate.login(call.request().approach(), login.nonce(), login.response()));
        return cookies(Reply.json(new Token(session.token().text())), session.setCookies()).with("Cache-Control",
                "no-store");
    }

    private Reply logout(Call call) {
        return cookies(Reply.nothing(), granted(gate.logout(call.request().approach())));
    }

    private Reply ticket(Call call) {
        return Reply.json(new LaunchTicket(granted(gate.ticket(call.request().approach()))))
            .with("Cache-Control",
                    "no-store");
    }

    private Reply launch(Call call) {
        Answer<Launch> answer = gate.launch(call.request().approach(), call.input().text("ticket"),
                call.input().text("redirect"));
        if (answer instanceof Answer.Denied<Launch>(Denial denial) && STALE.contains(denial.reason())
                && call.request().header("Accept").contains("text/html")) {
            return Reply.nothing().status(SEE_OTHER).with("Location", NOT_LAUNCHED).with("Cache-Control", "no-store");
        }
        Launch launch = granted(answer);
        return cookies(Reply.nothing().status(SEE_OTHER).with("Location", launch.location()), launch.setCookies())
            .with("Cache-Control", "no-store");
    }

    private static Reply cookies(Reply reply, List<String> cookies) {
        Reply with = reply;
        for (String cookie : cookies) {
            with = with.with(SET_COOKIE, cookie);
        }
        return with;
    }
}
