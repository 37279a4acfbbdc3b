package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.notify.channel.Delivery.Refused;
import io.runwisp.notify.http.WebReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a delivery over HTTP, whatever the receiver does. */
class WebDeliveryTest {

    private static final Duration SOON = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    @Test
    void aProviderThatTakesItIsQuoted() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(200, "", "ok\n")) {
            assertEquals(new Delivered("HTTP 200: ok"), deliver(receiver));
            assertEquals("POST /in HTTP/1.1", receiver.request().line());
            assertEquals("application/json; charset=utf-8", receiver.request().headers().get("Content-Type"));
        }
    }

    @Test
    void anAnswerWithoutABodyIsEnough() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(204, "", "")) {
            assertEquals(new Delivered("HTTP 204"), deliver(receiver));
        }
    }

    @Test
    void aWaitIsReadInSeconds() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(429, "Retry-After: 17\r\n", "slow down")) {
            assertEquals(new Failed("HTTP 429: slow down", Optional.of(Duration.ofSeconds(17))), deliver(receiver));
        }
    }

    @Test
    void aWaitIsReadAsADate() throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Samples.AT.plusSeconds(90).atOffset(ZoneOffset.UTC));
        try (WebReceiver receiver = WebReceiver.answering(503, "Retry-After: " + date + "\r\n", "")) {
            assertEquals(new Failed("HTTP 503", Optional.of(Duration.ofSeconds(90))), deliver(receiver));
        }
    }

    @Test
    void aWaitUntilADateThatIsOverIsNone() throws IOException {
        try (WebReceiver receiver = WebReceiver
            .answering(429, "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n", "")) {
            assertEquals(new Failed("HTTP 429"), deliver(receiver));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "soon", "-4", "1e9", "99999999999999999999999999"})
    void aWaitThatIsNoneIsIgnored(String text) throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(429, "Retry-After: " + text + "\r\n", "")) {
            assertEquals(new Failed("HTTP 429"), deliver(receiver));
        }
    }

    /** Otherwise such a provider is asked as fast as it answers. */
    @Test
    void noWaitIsShorterThanASecond() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(429, "", "{\"retry_after\": 0.003}")) {
            assertEquals(Optional.of(Duration.ofSeconds(1)),
                    assertInstanceOf(Failed.class, deliver(receiver)).retryAfter());
        }
    }

    @Test
    void aWaitIsReadFromTheAnswerWhereNoHeaderSaysIt() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(429, "", "{\"parameters\": {\"retry_after\": 2.5}}")) {
            assertEquals(Optional.of(Duration.ofMillis(2500)),
                    assertInstanceOf(Failed.class, deliver(receiver)).retryAfter());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599, 408})
    void whatMayPassIsATransientFailure(int status) throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(status, "", "oh")) {
            assertEquals(new Failed("HTTP " + status + ": oh"), deliver(receiver));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void whatIsWrongWithTheRequestIsFinal(int status) throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(status, "", "no such thing")) {
            assertEquals(new Refused("HTTP " + status + ": no such thing"), deliver(receiver));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNeverFollowed(int status) throws IOException {
        try (WebReceiver other = WebReceiver.answering(200, "", "ok");
                WebReceiver receiver = WebReceiver.answering(status, "Location: " + other.url() + "/in\r\n", "")) {
            String reason = assertInstanceOf(Refused.class, deliver(receiver)).reason();
            assertTrue(reason.startsWith("HTTP " + status + ": it points to another address"), reason);
            assertFalse(reason.contains(other.url()), reason);
            assertEquals(0, other.requests().size());
        }
    }

    @Test
    void whoNeverAnswersIsLeftWhenTheTimeIsOver() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering((_, closed) -> closed.await())) {
            long begin = System.nanoTime();
            Delivery delivery = channel(receiver).deliver(Samples.failed(), SOON);
            assertEquals(new Failed("no answer within 1.5 s"), delivery);
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(SOON.multipliedBy(5)) < 0);
        }
    }

    /** Each byte that came would reset a time limit that is counted from one byte to the next. */
    @Test
    void whoDripsItsAnswerIsLeftWhenTheTimeIsOver() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering((out, closed) -> {
            out.write(bytes("HTTP/1.1 "));
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write('2');
                out.flush();
            }
        })) {
            assertInstanceOf(Failed.class, channel(receiver).deliver(Samples.failed(), SOON));
        }
    }

    @Test
    void theStatusDecidesWhenTheRestNeverComes() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering((out, closed) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
            out.flush();
            closed.await();
        })) {
            assertEquals(new Delivered("HTTP 200"), channel(receiver).deliver(Samples.failed(), SOON));
        }
    }

    @Test
    void theStatusDecidesWhenTheAnswerBreaksOff() throws IOException {
        try (WebReceiver receiver = WebReceiver
            .answering((out, _) -> out.write(bytes("HTTP/1.1 500 Oh\r\nContent-Length: 100\r\n\r\nhalf")))) {
            assertEquals(new Failed("HTTP 500: half"), deliver(receiver));
        }
    }

    @Test
    void whoClosesWithoutAnAnswerHasNotTakenIt() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering((_, _) -> {
            // Closed at once.
        })) {
            String reason = assertInstanceOf(Failed.class, deliver(receiver)).reason();
            assertTrue(reason.startsWith("the connection broke"), reason);
        }
    }

    @Test
    void ofAnEndlessAnswerTheBeginningIsEnough() throws IOException {
        AtomicBoolean cutOff = new AtomicBoolean();
        try (WebReceiver receiver = WebReceiver.answering((out, closed) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
            flood(out, closed, cutOff);
        })) {
            String answer = assertInstanceOf(Delivered.class, deliver(receiver)).answer();
            assertTrue(answer.length() <= 300 && answer.startsWith("HTTP 200: yyyy"), answer);
        }
    }

    private static void flood(OutputStream out, CountDownLatch closed, AtomicBoolean cutOff) {
        try {
            while (closed.getCount() > 0) {
                out.write(bytes("y".repeat(8192)));
            }
        } catch (IOException _) {
            cutOff.set(true);
        }
    }

    @Test
    void whereNobodyListensIsATransientFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Delivery delivery = Samples.channel(folder, "type = \"webhook\"\nurl = \"http://127.0.0.1:" + port + "/x\"")
            .deliver(Samples.failed(), Samples.PATIENT);
        assertEquals(new Failed("it could not be reached: the connection was refused"), delivery);
    }

    @Test
    void anInterruptEndsItAndStaysSet() throws Exception {
        try (WebReceiver receiver = WebReceiver.answering((_, closed) -> closed.await())) {
            AtomicReference<Delivery> delivery = new AtomicReference<>();
            AtomicBoolean flag = new AtomicBoolean();
            Channel channel = channel(receiver);
            Thread worker = Thread.ofPlatform().start(() -> {
                delivery.set(channel.deliver(Samples.failed(), Samples.PATIENT));
                flag.set(Thread.currentThread().isInterrupted());
            });
            while (receiver.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            worker.interrupt();
            worker.join(Samples.PATIENT);
            assertEquals(new Failed("it was interrupted"), delivery.get());
            assertTrue(flag.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host = \"x\"", "Content-Length = \"3\"", "\"Bad Name\" = \"x\"", "X = \"a\\nB: c\""})
    void aHeaderThatCannotBeSentIsSaid(String header) throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(200, "", "ok")) {
            Delivery delivery = Samples
                .channel(folder, "type = \"webhook\"\nurl = \"" + receiver.url() + "\"\nheaders = { " + header + " }")
                .deliver(Samples.failed(), Samples.PATIENT);
            String reason = assertInstanceOf(Refused.class, delivery).reason();
            assertTrue(reason.startsWith("a header cannot be sent"), reason);
            assertEquals(0, receiver.requests().size());
        }
    }

    private Channel channel(WebReceiver receiver) {
        return Samples.channel(folder, "type = \"webhook\"\nurl = \"" + receiver.url() + "/in\"");
    }

    private Delivery deliver(WebReceiver receiver) {
        return channel(receiver).deliver(Samples.failed(), Samples.PATIENT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
