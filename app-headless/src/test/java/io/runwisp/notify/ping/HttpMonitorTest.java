package io.runwisp.notify.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.notify.http.WebReceiver;
import io.runwisp.notify.http.WebSender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answer of a monitor means. */
class HttpMonitorTest {

    private final WebSender sender = new WebSender();
    private final HttpMonitor monitor = new HttpMonitor(sender);

    @AfterEach
    void close() {
        sender.close();
    }

    private Monitor.Answer answered(int status) throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(status, "", "")) {
            return monitor.post(URI.create(receiver.url() + "/secret/fail"), "disk full");
        }
    }

    @Test
    void aPingIsAPostOfPlainText() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(200, "", "OK")) {
            assertEquals(new Monitor.Taken(),
                    monitor.post(URI.create(receiver.url() + "/secret/fail?a=b"), "disk full\nat 12:00"));
            assertEquals("POST /secret/fail?a=b HTTP/1.1", receiver.request().line());
            assertEquals("text/plain; charset=utf-8", receiver.request().headers().get("Content-Type"));
            assertEquals("RunWisp", receiver.request().headers().get("User-Agent"));
            assertEquals("disk full\nat 12:00", receiver.request().body());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 410})
    void whatTheMonitorWillNeverTakeIsRefused(int status) throws IOException {
        assertEquals(new Monitor.Refused("it answered " + status), answered(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whatItMayTakeLaterIsTriedAgain(int status) throws IOException {
        assertEquals(new Monitor.Silent("it answered " + status), answered(status));
    }

    @Test
    void whatCannotBeReachedIsToldWithoutItsAddressWhichIsSecret() throws IOException {
        String gone;
        try (WebReceiver receiver = WebReceiver.answering(200, "", "")) {
            gone = receiver.url();
        }
        assertEquals(new Monitor.Silent("it could not be reached (ConnectException)"),
                monitor.post(URI.create(gone + "/secret"), ""));
        assertEquals(new Monitor.Refused("its address cannot be used"),
                monitor.post(URI.create("gopher://127.0.0.1/secret"), ""));
    }

    /** The time limit of the JDK's client ends with the first line of an answer: such a monitor has held up all pings of its unit. */
    @Test
    void aMonitorWhoseAnswerNeverEndsHasTakenIt() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering((out, closed) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            closed.await();
        })) {
            HttpMonitor hasty = new HttpMonitor(sender, Duration.ofMillis(1500));
            assertEquals(new Monitor.Taken(), hasty.post(URI.create(receiver.url()), ""));
        }
    }

    @Test
    void afterTheEndNothingIsPosted() throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(200, "", "")) {
            sender.close();
            assertInstanceOf(Monitor.Silent.class, monitor.post(URI.create(receiver.url()), ""));
            assertEquals(0, receiver.requests().size());
        }
    }
}
