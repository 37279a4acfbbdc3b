package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemTimer;
import io.runwisp.time.SystemWallClock;
import io.runwisp.wire.notice.UnreadCount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that say what they want so slowly that they never come to its end. */
final class DeadlinesTest {

    private static final Duration HEAD = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String HELLO = "GET /count HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private final SystemMonotonicClock clock = new SystemMonotonicClock();
    private final SystemTimer timer = new SystemTimer("test-timer");
    private final CountDownLatch slow = new CountDownLatch(1);
    private ApiServer server;

    @BeforeEach
    void begin() throws IOException {
        Gate gate = new Gate(AuthMode.OFF,
                new LoginRoom(new Password("x", Password.Origin.FILE), clock, () -> new Random(7)),
                new SessionTokens(new JwtSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"), new SystemWallClock()),
                new SessionCookies(9477), new GateRules(HostRule.of("127.0.0.1", Optional.empty()), _ -> false));
        server = ApiServer.listen(InetAddress.getLoopbackAddress(), 0,
                new Patience(clock, timer::after, HEAD, HEAD, LOOK));
        server.open(new Front(gate, List.of(
                Route.get("/count", _ -> Reply.json(new UnreadCount(3))),
                Route.get("/slow", _ -> {
                    await();
                    return Reply.json(new UnreadCount(4));
                }),
                Route.post("/body", call -> {
                    call.input().optionalBody(UnreadCount.class);
                    return Reply.nothing();
                })), (_, _) -> {
                }));
    }

    @AfterEach
    void end() {
        slow.countDown();
        server.close();
        timer.close();
    }

    @Test
    void headersThatDripAreCutOff() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                .write("GET /count HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            assertThrows(IOException.class, () -> drip(socket));
        }
        assertServes();
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                .write(("POST /body HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100000"
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThrows(IOException.class, () -> drip(socket));
        }
        assertServes();
    }

    @Test
    void whoeverIsQuietBetweenTwoRequestsAndWhoeverWaitsForAnAnswerIsNot() throws Exception {
        try (Socket socket = connect()) {
            ask(socket, HELLO);
            assertTrue(answer(socket).contains("{\"count\":3}"));
            ask(socket, "GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            pass();
            slow.countDown();
            assertTrue(answer(socket).contains("{\"count\":4}"));
            pass();
            ask(socket, HELLO);
            assertTrue(answer(socket).contains("{\"count\":3}"));
        }
    }

    /** Twice the time that headers may take, by the timer of the server itself. */
    private void pass() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        timer.after(HEAD.multipliedBy(2), passed::countDown);
        assertTrue(passed.await(20, TimeUnit.SECONDS));
    }

    private void await() {
        try {
            assertTrue(slow.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException("an answer was cut off", e);
        }
    }

    private void assertServes() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, HELLO);
            assertTrue(answer(socket).startsWith("HTTP/1.1 200"));
        }
    }

    /** A byte whenever the other end says nothing for a moment, until it is closed. */
    private static void drip(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        long began = System.nanoTime();
        while (Duration.ofNanos(System.nanoTime() - began).toSeconds() < 20) {
            socket.getOutputStream().write('x');
            try {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("closed");
                }
            } catch (SocketTimeoutException e) {
                // It still listens.
            }
        }
        assertEquals("closed", "open", "nobody cut it off");
    }

    private static void ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("}")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + answer);
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
