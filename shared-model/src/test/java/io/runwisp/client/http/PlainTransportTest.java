package io.runwisp.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.DaemonUnreachable.Reason;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the wire, byte by byte. */
final class PlainTransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    @Test
    void aQuestionIsOnePieceAndNamesTheHostAsItWasWritten() throws Exception {
        try (Wire wire = new Wire("HTTP/1.1 204 No Content\r\n\r\n")) {
            DaemonAddress address = DaemonAddress.parse("http://127.0.0.1:" + wire.port() + "/behind/a%20proxy/");
            try (Transport transport = new PlainTransport(address)) {
                Ask ask = Ask.post("/api/x?y=%20").behind("7");
                transport.send(ask, "token").body().close();
            }
            assertEquals("POST /behind/a%20proxy/api/x?y=%20 HTTP/1.1\r\nHost: 127.0.0.1:" + wire.port()
                    + "\r\nConnection: close\r\nAuthorization: Bearer token\r\nLast-Event-ID: 7\r\nContent-Length: 0"
                    + "\r\n\r\n", wire.asked());
        }
    }

    @Test
    void aLineEndInAHeaderIsNotSent() throws Exception {
        try (Wire wire = new Wire(""); Transport transport = new PlainTransport(wire.address())) {
            assertThrows(IllegalArgumentException.class, () -> transport.send(Ask.get("/"), "a\r\nHost: b"));
        }
    }

    @Test
    void anAnswerInPiecesIsPutTogetherAndWhatStandsBehindThemIsLeftOut() throws Exception {
        assertEquals("one two", body(HEAD
                + "Transfer-Encoding: chunked\r\n\r\n3;quality=good\r\none\r\n4\r\n two\r\n0\r\nX-Sum: 1\r\n\r\nmore"));
    }

    @Test
    void anAnswerWithoutALengthEndsWithItsConnection() throws Exception {
        assertEquals("all of it", body(HEAD + "\r\nall of it"));
    }

    @Test
    void anAnswerThatOnlySaysThatOneWillComeIsPassedOver() throws Exception {
        assertEquals("it", body("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + HEAD + "Content-Length: 2\r\n\r\nit"));
    }

    @Test
    void anAnswerWithoutABodyIsNotWaitedFor() throws Exception {
        try (Wire wire = new Wire("HTTP/1.1 204 No Content\r\n\r\n").thatStaysOpen();
                Transport transport = new PlainTransport(wire.address());
                Body body = transport.send(Ask.get("/"), null).body()) {
            assertEquals(0, body.all(10, PATIENCE).length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"})
    void whatIsNotHttpIsNotADaemon(String answer) throws Exception {
        try (Wire wire = new Wire(answer)) {
            assertEquals(Reason.NOT_RUNWISP, reason(wire));
        }
    }

    @Test
    void aHeadWithoutEndIsCutOff() throws Exception {
        try (Wire wire = new Wire("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000))) {
            assertEquals(Reason.NOT_RUNWISP, reason(wire));
        }
        try (Wire wire = new Wire("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(1000))) {
            assertEquals(Reason.NOT_RUNWISP, reason(wire));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"})
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne(String answer) throws Exception {
        try (Wire wire = new Wire(answer)) {
            assertEquals(Reason.BROKEN, reason(wire));
        }
    }

    @Test
    void aPieceThatIsLongerThanItSaysIsNotHttp() {
        assertThrows(ProtocolException.class,
                () -> body(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\nonetwo\r\n0\r\n\r\n"));
    }

    @Test
    void whoeverSaysNothingIsGivenUp() throws Exception {
        try (Wire wire = new Wire("").thatStaysOpen(); Transport transport = new PlainTransport(wire.address())) {
            Ask impatient = new Ask("GET", "/", null, Duration.ofMillis(100), null);
            assertThrows(SocketTimeoutException.class, () -> transport.send(impatient, null));
        }
        try (Wire wire = new Wire(HEAD + "\r\nhalf").thatStaysOpen();
                Transport transport = new PlainTransport(wire.address());
                Body body = transport.send(Ask.get("/"), null).body()) {
            assertThrows(SocketTimeoutException.class, () -> body.all(100, Duration.ofMillis(100)));
        }
    }

    @Test
    void closingEndsWhatIsWaitedForAndLetsNothingBegin() throws Exception {
        try (Wire wire = new Wire(HEAD + "\r\nhalf").thatStaysOpen()) {
            Transport transport = new PlainTransport(wire.address());
            Body body = transport.send(Ask.get("/"), null).body();
            assertNotNull(body.next(PATIENCE));
            CompletableFuture<Object> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return String.valueOf(body.next(PATIENCE));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            transport.close();
            ExecutionException ended = assertThrows(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
            assertInstanceOf(IllegalStateException.class, ended.getCause());
            assertThrows(IOException.class, () -> transport.send(Ask.get("/"), null));
        }
    }

    private static String body(String answer) throws Exception {
        try (Wire wire = new Wire(answer);
                Transport transport = new PlainTransport(wire.address());
                Body body = transport.send(Ask.get("/"), null).body()) {
            return new String(body.all(1000, PATIENCE), StandardCharsets.UTF_8);
        }
    }

    private static Reason reason(Wire wire) {
        try (HttpDaemonApi api = new HttpDaemonApi(wire.address(), () -> null, TokenShelf.inMemory())) {
            DaemonUnreachable failure = assertThrows(DaemonUnreachable.class, api::unreadCount);
            assertTrue(String.valueOf(failure.getMessage()).contains(wire.address().toString()), failure.getMessage());
            return failure.reason();
        }
    }
}
