package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.sse.StreamRoom;
import io.runwisp.daemon.life.TestDaemon;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many streams a daemon lets in, over its port; behind a proxy that it trusts, clients have addresses of their own. */
final class StreamPlacesTest {

    private static final String CONFIG = """
        [daemon]
        trusted_proxies = ["127.0.0.1"]

        [tasks.hello]
        run = "echo hello"
        """;
    private static final String EVENTS = "/api/events/stream";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final List<Socket> open = new ArrayList<>();
    @TempDir
    private Path folder = Path.of("");
    private TestDaemon daemon;
    private RawClient client;
    private String bearer = "";

    @BeforeEach
    void begin() throws IOException {
        daemon = new TestDaemon(folder, CONFIG);
        client = new RawClient(daemon.address());
        bearer = RawClient.bearer(client.login());
    }

    @AfterEach
    void end() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        daemon.close();
    }

    @Test
    void thereAre64PlacesAndOneThatIsLeftIsFreeAgain() throws IOException {
        open(StreamRoom.MOST, "");
        refused("");
        open.removeLast().close();
        let("");
        refused("");
    }

    @Test
    void anAddressGets32OfThemAndAnotherOneTheRest() throws IOException {
        open(StreamRoom.MOST_OF_ADDRESS, from("203.0.113.7"));
        refused(from("203.0.113.7"));
        open(StreamRoom.MOST_OF_ADDRESS, from("203.0.113.8"));
        refused(from("203.0.113.9"));
        open.removeFirst().close();
        let(from("203.0.113.9"));
        refused(from("203.0.113.7"));
    }

    /** Only the proxy itself is believed: what a client writes before it counts for nothing. */
    @Test
    void whoWritesAnAddressBeforeItsOwnIsKnownAllTheSame() throws IOException {
        open(StreamRoom.MOST_OF_ADDRESS, from("203.0.113.7"));
        for (String pretended : List.of("198.51.100.1, ", "127.0.0.1, ", "::1, ", "nonsense, ", ", ,")) {
            refused(from(pretended + "203.0.113.7"));
        }
    }

    /** Of a page that is loaded again and again each stream kept its place until a ping, 30 seconds later, and then another. */
    @Test
    void whoComesAgainAndAgainFindsAPlaceAlthoughNothingHappens() throws IOException {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        for (int i = 0; i < 5 * StreamRoom.MOST; i++) {
            String answer = come();
            while (!answer.startsWith("HTTP/1.1 200")) {
                assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
                assertTrue(System.nanoTime() < until, "no place became free within " + LONG_ENOUGH);
                answer = come();
            }
        }
    }

    private String come() throws IOException {
        try (Socket socket = client.connect()) {
            RawClient.write(socket, "GET /api/runs/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer + RawClient.CRLF);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private void open(int count, String headers) throws IOException {
        for (int i = 0; i < count; i++) {
            open.add(client.stream(EVENTS, bearer + headers));
        }
    }

    private void refused(String headers) throws IOException {
        String answer = client.get(EVENTS, bearer + headers);
        assertTrue(answer.startsWith("HTTP/1.1 503 ") && answer.contains("too_many_streams"), answer);
    }

    /** The daemon finds out that a client has gone when it writes to it, so it is given something to tell. */
    private void let(String headers) throws IOException {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (daemon.streams() == StreamRoom.MOST) {
            client.post("/api/tasks/hello/trigger?wait=true", bearer, "{}");
            assertTrue(System.nanoTime() < until, "no place became free within " + LONG_ENOUGH);
        }
        open.add(client.stream(EVENTS, bearer + headers));
    }

    private static String from(String address) {
        return "X-Forwarded-For: " + address + RawClient.CRLF;
    }
}
