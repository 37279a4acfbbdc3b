package io.runwisp.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.DaemonUnreachable.Reason;
import io.runwisp.client.LogQuery;
import io.runwisp.client.RunQuery;
import io.runwisp.model.RunFilter;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

abstract class HttpDaemonApiContract {

    private static final String COUNT = "{\"count\":3}";
    private static final String RUN = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    private FakeDaemon daemon;
    private HttpDaemonApi api;

    /** What carries the questions. */
    abstract Transport transport(DaemonAddress address);

    private HttpDaemonApi client(@Nullable String password) {
        return client(daemon.address(), password, TokenShelf.inMemory());
    }

    private HttpDaemonApi client(DaemonAddress address, @Nullable String password, TokenShelf shelf) {
        return FakeDaemon.client(address, transport(address), password, shelf);
    }

    @BeforeEach
    void begin() throws IOException {
        daemon = new FakeDaemon();
        api = client(FakeDaemon.PASSWORD);
    }

    @AfterEach
    void end() {
        api.close();
        daemon.close();
    }

    @Test
    void theFirstCallLogsInAndThoseAfterItDoNot() {
        daemon.thenJson(COUNT).thenJson(COUNT);
        assertEquals(3, api.unreadCount().count());
        assertEquals(3, api.unreadCount().count());
        assertEquals(1, daemon.logins.get());
    }

    @Test
    void aTokenThatIsNotGoodAnyMoreIsReplacedAndTheCallRepeatedOnce() {
        daemon.thenJson(COUNT).thenJson(COUNT);
        api.unreadCount();
        daemon.forgetTokens();
        assertEquals(3, api.unreadCount().count());
        assertEquals(2, daemon.logins.get());
    }

    @Test
    void aTokenFromTheShelfSparesTheLogin() {
        TokenShelf shelf = TokenShelf.inMemory();
        daemon.thenJson(COUNT).thenJson(COUNT);
        for (int call = 0; call < 2; call++) {
            try (HttpDaemonApi fresh = client(daemon.address(), FakeDaemon.PASSWORD, shelf)) {
                fresh.unreadCount();
            }
        }
        assertEquals(1, daemon.logins.get());
    }

    @Test
    void aWrongPasswordIsSaidAndNotTriedAgain() {
        try (HttpDaemonApi wrong = client("guessed")) {
            assertProblem(ProblemCode.PASSWORD_WRONG, wrong::unreadCount);
        }
        assertEquals(1, daemon.logins.get());
        assertEquals(List.of(), daemon.asked);
    }

    @Test
    void withoutAPasswordTheDaemonsOwnWordsAreTold() {
        try (HttpDaemonApi without = client(null)) {
            assertProblem(ProblemCode.TOKEN_MISSING, without::unreadCount);
        }
    }

    @Test
    void aRefusalIsTheProblemThatTheDaemonNames() {
        daemon.thenProblem(ProblemCode.TOO_MANY_REQUESTS);
        assertProblem(ProblemCode.TOO_MANY_REQUESTS, api::unreadCount);
    }

    @Test
    void nobodyListensThere() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertUnreachable(Reason.NOBODY_LISTENS, "http://127.0.0.1:" + port, DaemonAddress.of("127.0.0.1", port));
    }

    @Test
    void aMachineThatNobodyKnows() {
        assertUnreachable(Reason.UNKNOWN_HOST, "nowhere.invalid", DaemonAddress.parse("http://nowhere.invalid:9477"));
    }

    @Test
    void somethingElseThatListensIsNotTakenForADaemon() {
        daemon.then(exchange -> FakeDaemon.send(exchange, 200, "text/html; charset=utf-8", "<html>router</html>"));
        assertReason(Reason.NOT_RUNWISP, "text/html", api::unreadCount);
        daemon.then(exchange -> FakeDaemon.send(exchange, 404, "text/plain", "no such page"));
        assertReason(Reason.NOT_RUNWISP, "404", api::unreadCount);
        daemon.then(exchange -> FakeDaemon.send(exchange, 500, "application/problem+json", "{}"));
        assertReason(Reason.NOT_RUNWISP, "500", api::unreadCount);
    }

    @Test
    void aDaemonOfAnotherVersionIsNamedAsOne() {
        daemon.thenProblem(ProblemCode.ROUTE_UNKNOWN);
        assertReason(Reason.OTHER_VERSION, "older", api::unreadCount);
        daemon.thenJson("{\"started\":true}");
        assertReason(Reason.OTHER_VERSION, "same version", () -> api.run(RUN));
    }

    @Test
    void whatANewerDaemonSaysBeyondWhatIsKnownIsIgnored() {
        daemon.thenJson("{\"count\":3,\"loud\":true}");
        assertEquals(3, api.unreadCount().count());
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        daemon.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
        });
        assertReason(Reason.BROKEN, "Whether it was done is not known", api::readAll);
    }

    @Test
    void whateverANameHoldsItStaysAPartOfThePath() {
        daemon.thenProblem(ProblemCode.UNIT_UNKNOWN).thenProblem(ProblemCode.RUN_UNKNOWN);
        assertProblem(ProblemCode.UNIT_UNKNOWN, () -> api.stop("a/../b c?d#e%"));
        assertProblem(ProblemCode.RUN_UNKNOWN, () -> api.log("ä:1", RUN, LogQuery.lines(-5, 10)));
        assertEquals(List.of("POST /api/tasks/a%2F..%2Fb%20c%3Fd%23e%25/stop",
                "GET /api/tasks/%C3%A4%3A1/runs/" + RUN + "/log?from=-5&limit=10"), daemon.asked);
    }

    @Test
    void aListIsAskedForByAllThatItIsLimitedTo() {
        daemon.thenJson("{\"runs\":[],\"total\":7}");
        RunFilter filter = RunFilter.ofTask("backup").withStatuses(Set.of("failed", "crashed")).withExitCodes(0, null);
        assertEquals(7, api.runs(RunQuery.newest(filter)).total());
        assertEquals(List.of("GET /api/runs?limit=50&offset=0&status=crashed%2Cfailed&task_name=backup&exit_code_min=0"
                + "&sort_field=created_at&sort_direction=desc"), daemon.asked);
    }

    @Test
    void aLogWithoutItsNameIsNotALog() {
        daemon.then(exchange -> FakeDaemon.send(exchange, 200, "text/plain", "whatever"));
        assertReason(Reason.NOT_RUNWISP, "text/plain", () -> api.rawLog("a", RUN));
    }

    private void assertUnreachable(Reason reason, String named, DaemonAddress address) {
        try (HttpDaemonApi nobody = client(address, null, TokenShelf.inMemory())) {
            assertReason(reason, named, nobody::unreadCount);
        }
    }

    private static void assertReason(Reason reason, String named, Executable call) {
        DaemonUnreachable failure = assertThrows(DaemonUnreachable.class, call);
        assertEquals(reason, failure.reason(), failure.getMessage());
        assertTrue(String.valueOf(failure.getMessage()).contains(named), failure.getMessage());
    }

    private static void assertProblem(ProblemCode code, Executable call) {
        assertEquals(code.word(), assertThrows(ApiProblem.class, call).problem().code());
    }
}
