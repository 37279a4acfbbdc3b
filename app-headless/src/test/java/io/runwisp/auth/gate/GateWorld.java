package io.runwisp.auth.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.auth.Password.Origin;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.login.LoginRoom;
import io.runwisp.auth.login.SessionTokens;
import io.runwisp.auth.request.HostRule;
import io.runwisp.auth.request.Requests;
import io.runwisp.auth.request.SessionCookies;
import io.runwisp.model.LoginProof;
import io.runwisp.time.VirtualClocks;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** A gate on port 9477 of 127.0.0.1 behind proxies of 10.0.0.0/8, in virtual time. */
final class GateWorld {

    static final String PROXY = "10.0.0.1";
    static final String PASSWORD = "pässwörd 7";

    final VirtualClocks clocks = new VirtualClocks(Instant.parse("2026-03-01T12:00:00Z"));
    final Gate gate;

    GateWorld(AuthMode mode) {
        gate = new Gate(mode,
                new LoginRoom(new Password(PASSWORD, Origin.FILE), clocks.monotonic(), () -> new Random(7)),
                new SessionTokens(new JwtSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"), clocks.wall()),
                new SessionCookies(9477),
                new GateRules(HostRule.of("127.0.0.1", Optional.empty()), machine -> machine.getAddress()[0] == 10));
    }

    static Requests get() {
        return Requests.of("GET").with("Host", "127.0.0.1:9477");
    }

    static Requests post() {
        return Requests.of("POST").with("Host", "127.0.0.1:9477");
    }

    static <T> T granted(Answer<T> answer) {
        return switch (answer) {
            case Answer.Granted<T>(T value) -> value;
            case Answer.Denied<T>(Denial denial) -> throw new AssertionError("denied: " + denial);
        };
    }

    static <T> Denial denied(Reason reason, Answer<T> answer) {
        return switch (answer) {
            case Answer.Granted<T> _ -> throw new AssertionError("granted, and not " + reason);
            case Answer.Denied<T>(Denial denial) -> {
                assertEquals(reason, denial.reason(), denial.toString());
                yield denial;
            }
        };
    }

    Answer<Session> login(Requests request, String password) {
        String nonce = granted(gate.challenge(request.build()));
        return gate.login(request.build(), nonce, LoginProof.of(password, nonce).text());
    }

    String token() {
        return granted(login(post(), PASSWORD)).token().text();
    }
}
