package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.Password;
import io.runwisp.auth.gate.Gate;
import io.runwisp.auth.gate.GateRules;
import io.runwisp.auth.login.LoginRoom;
import io.runwisp.auth.login.SessionTokens;
import io.runwisp.auth.request.HostRule;
import io.runwisp.auth.request.SessionCookies;
import io.runwisp.client.ApiProblem;
import io.runwisp.model.LoginProof;
import io.runwisp.time.VirtualClocks;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.notice.UnreadCount;
import io.runwisp.wire.run.RunSelector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request, from its first byte to its answer. */
final class FrontTest {

    private static final String PASSWORD = "correct horse";
    private static final String RUN = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    private final VirtualClocks clocks = new VirtualClocks(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<String> done = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Gate gate = new Gate(AuthMode.REQUIRED,
            new LoginRoom(new Password(PASSWORD, Password.Origin.FILE), clocks.monotonic(), () -> new Random(7)),
            new SessionTokens(new JwtSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"), clocks.wall()),
            new SessionCookies(9477), new GateRules(HostRule.of("127.0.0.1", Optional.empty()), _ -> false));
    private final Front front = new Front(gate, routes(), (what, _) -> faults.add(what));

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>(new AuthRoutes(gate).routes());
        routes.addAll(new ServerRoutes(Optional::empty, null).routes());
        routes.add(Route.get("/api/count", _ -> Reply.json(new UnreadCount(3))));
        routes.add(Route.get("/api/units/{taskName}/{runId}", call -> {
            String both = call.input().unit() + " " + call.input().run() + " " + call.input().number("limit", 1, 9, 5);
            call.input().check();
            done.add(both);
            return Reply.nothing();
        }, "limit"));
        routes.add(Route.get("/api/units/fixed/{runId}", _ -> Reply.json(new UnreadCount(4))));
        routes.add(Route.post("/api/choose", call -> {
            done.add(call.input().body(RunSelector.class).toString());
            return Reply.nothing();
        }).withBody(64));
        routes.add(Route.get("/api/refused", _ -> {
            throw new ApiProblem(Problem.of(ProblemCode.NOT_NOW, "it rests"));
        }));
        routes.add(Route.get("/api/broken", _ -> {
            throw new IllegalStateException("the secret cause");
        }));
        return routes;
    }

    @Test
    void whoeverAnswersTheChallengeIsLetIn() throws IOException {
        assertProblem(ProblemCode.TOKEN_MISSING, Sent.get("/api/count"));
        String token = login(PASSWORD);
        Reply reply = front.answer(Sent.get("/api/count").with("Authorization", "Bearer " + token));
        assertEquals("200 {\"count\":3}", reply.status() + " " + text(reply));
        assertProblem(ProblemCode.TOKEN_INVALID, Sent.get("/api/count").with("Authorization", "Bearer a.b.c"));
    }

    @Test
    void aChallengeIsGoodForOneAnswer() throws IOException {
        String nonce = WireJson.read(Challenge.class, text(front.answer(Sent.get("/api/auth/challenge")))).nonce();
        String proof = LoginProof.of(PASSWORD, nonce).text();
        Sent login = Sent.post("/api/auth").json("{\"nonce\":\"" + nonce + "\",\"response\":\"" + proof + "\"}");
        assertEquals(200, front.answer(login).status());
        assertProblem(ProblemCode.CHALLENGE_INVALID, login);
    }

    @Test
    void afterTooManyFailuresAClientIsToldWhenToComeBack() throws IOException {
        Reply last = front.answer(Sent.get("/api/auth/challenge"));
        for (int i = 0; i < 10 && last.status() != 429; i++) {
            String nonce = WireJson.read(Challenge.class, text(last)).nonce();
            front.answer(Sent.post("/api/auth")
                .json("{\"nonce\":\"" + nonce + "\",\"response\":\"" + "0".repeat(64) + "\"}"));
            last = front.answer(Sent.get("/api/auth/challenge"));
        }
        assertEquals(429, last.status());
        assertTrue(header(last, "Retry-After").matches("[1-9][0-9]*"), last.headers().toString());
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/nothing,route_unknown", "GET,/nothing,route_unknown", "GET,/api/tasks/../count,route_unknown",
            "GET,/api//count,route_unknown", "GET,/api/count/,route_unknown", "GET,/api/%63ount,route_unknown",
            "POST,/api/count,method_not_allowed", "TRACE,/api/count,method_not_allowed"})
    void whatIsNotThereIsAProblemAndNeverAPage(String method, String path, String code) throws IOException {
        Reply reply = front.answer(Sent.of(method, path));
        assertEquals(code, WireJson.read(Problem.class, text(reply)).code());
        assertEquals("application/problem+json", reply.type());
    }

    @Test
    void aMethodThatIsNotTakenIsToldWhichAre() {
        assertEquals("GET", header(front.answer(Sent.post("/api/count")), "Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "%2e%2e", "a%2Fb", "a%00b", "a%0d%0aSet-Cookie:x", "%c3%28", "a%20b", "ä", "%",
            "%zz"})
    void aNameThatIsNoneReachesNothing(String name) throws IOException {
        Reply reply = front.answer(in(Sent.get("/api/units/" + name + "/" + RUN)));
        assertTrue(reply.status() == 422 || reply.status() == 404, reply.toString());
        assertEquals(List.of(), done);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws IOException {
        Problem problem = WireJson.read(Problem.class,
                text(front.answer(in(Sent.get("/api/units/a/short?limit=10")))));
        assertEquals(422, problem.status());
        assertEquals(List.of("path.runId", "query.limit"),
                problem.errors().stream().map(item -> String.valueOf(item.location())).toList());
        assertEquals(List.of(), done);
    }

    @Test
    void aParameterThatIsNotKnownIsRefusedBecauseAMisspeltFilterIsNoFilter() throws IOException {
        assertProblem(ProblemCode.INVALID_REQUEST, in(Sent.get("/api/units/a/" + RUN + "?limt=3")));
        assertProblem(ProblemCode.INVALID_REQUEST, in(Sent.get("/api/units/a/" + RUN + "?limit=3&limit=4")));
        assertEquals(List.of(), done);
        assertEquals(204, front.answer(in(Sent.get("/api/units/a/" + RUN + "?limit=3"))).status());
        assertEquals(List.of("a " + RUN + " 3"), done);
    }

    @Test
    void aFixedPathWinsOverAName() throws IOException {
        assertEquals("{\"count\":4}", text(front.answer(in(Sent.get("/api/units/fixed/" + RUN)))));
    }

    @Test
    void bodiesAreHeldAgainstTheirLimitsAndTheirShape() throws IOException {
        assertProblem(ProblemCode.MALFORMED_BODY, in(Sent.post("/api/choose")));
        assertProblem(ProblemCode.MALFORMED_BODY, in(Sent.post("/api/choose").json("{\"ids\":[")));
        assertProblem(ProblemCode.INVALID_REQUEST, in(Sent.post("/api/choose").json("{\"idz\":[]}")));
        assertProblem(ProblemCode.BODY_TOO_LARGE,
                in(Sent.post("/api/choose").json("{\"ids\":[\"" + "x".repeat(64) + "\"]}")));
        assertProblem(ProblemCode.MEDIA_TYPE_UNSUPPORTED, new Sent("POST", "/api/choose", "",
                in(Sent.post("/api/choose")).headers(), "ids=1"));
        assertEquals(List.of(), done);
    }

    @Test
    void aRefusalIsTheProblemThatItIsAndAFaultTellsNothingButThatItWasOne() throws IOException {
        assertProblem(ProblemCode.NOT_NOW, in(Sent.get("/api/refused")));
        Reply broken = front.answer(in(Sent.get("/api/broken")));
        assertEquals(500, broken.status());
        assertTrue(!text(broken).contains("secret"), text(broken));
        assertEquals(List.of("GET /api/broken"), faults);
    }

    @Test
    void aStrangersNameAndAStrangersPageAreRefused() throws IOException {
        String token = login(PASSWORD);
        Sent foreign = new Sent("GET", "/api/count", "", List.of(), "").with("Host", "evil.example");
        assertProblem(ProblemCode.HOST_REFUSED, foreign.with("Authorization", "Bearer " + token));
        assertProblem(ProblemCode.CROSS_SITE, Sent.post("/api/choose")
            .with("Cookie", "runwisp_jwt=" + token)
            .with("Origin", "https://evil.example")
            .json("{}"));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        Stream
            .of(Sent.get("/"), Sent.get("/api/count"), Sent.get("/nothing"), Sent.get("/health"),
                    Sent.post("/api/auth"))
            .forEach(sent -> SecurityHeaders.ALL
                .forEach(expected -> assertEquals(expected.value(), header(front.answer(sent), expected.name()))));
    }

    private String login(String password) throws IOException {
        String nonce = WireJson.read(Challenge.class, text(front.answer(Sent.get("/api/auth/challenge")))).nonce();
        return WireJson.read(Token.class, text(front.answer(Sent.post("/api/auth")
            .json("{\"nonce\":\"" + nonce
                    + "\",\"response\":\"" + LoginProof.of(password, nonce).text() + "\"}"))))
            .token();
    }

    private Sent in(Sent sent) throws IOException {
        return sent.with("Authorization", "Bearer " + login(PASSWORD));
    }

    private void assertProblem(ProblemCode code, Sent sent) throws IOException {
        Reply reply = front.answer(sent);
        Problem problem = WireJson.read(Problem.class, text(reply));
        assertEquals(code.word() + " " + code.status(), problem.code() + " " + reply.status(), problem.detail());
    }

    private static String text(Reply reply) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reply.content().writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String header(Reply reply, String name) {
        return reply.headers()
            .stream()
            .filter(header -> header.name().equals(name))
            .map(Reply.Header::value)
            .findFirst()
            .orElse("");
    }
}
