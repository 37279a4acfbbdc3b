package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.sse.StreamRoom;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.time.SystemWallClock;
import io.runwisp.time.WallClock;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a token is worth after its day, asked over the port of a daemon whose clock is ahead. */
final class SessionEndTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final WallClock system = new SystemWallClock();
    private volatile Duration ahead = Duration.ZERO;
    @TempDir
    private Path folder = Path.of("");
    private TestDaemon daemon;
    private RawClient client;

    @BeforeEach
    void begin() {
        daemon = new TestDaemon(folder, "[tasks.hello]\nrun = 'true'\n", () -> system.now().plus(ahead),
                StreamRoom.Pace.USUAL);
        client = new RawClient(daemon.address());
    }

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void aTokenIsGoodForADayAndThenItIsToldToHaveExpired() throws IOException {
        String token = client.login();
        ahead = DAY.minusSeconds(60);
        answers(200, "", token);
        ahead = DAY.plusSeconds(60);
        answers(401, "token_expired", token);
        String stream = client.get("/api/events/stream", RawClient.bearer(token));
        assertTrue(stream.startsWith("HTTP/1.1 401 "), stream);
        answers(200, "", client.login());
    }

    @Test
    void aStreamEndsWithTheSessionThatItWasOpenedIn() throws IOException {
        String token = client.login();
        ahead = DAY.minusSeconds(2);
        try (Socket socket = client.stream("/api/events/stream",
                RawClient.bearer(token) + "Connection: close" + RawClient.CRLF)) {
            byte[] piece = new byte[1024];
            int read = socket.getInputStream().read(piece);
            while (read >= 0) {
                read = socket.getInputStream().read(piece);
            }
        }
    }

    @Test
    void aPersonWhoseLinkIsStaleIsLedToTheLoginAndAProgramIsToldSo() throws IOException {
        String path = "/api/auth/launch?ticket=long-gone";
        String person = client.get(path, "Accept: text/html,*/*" + RawClient.CRLF);
        assertTrue(person.startsWith("HTTP/1.1 303 ") && person.contains("Location: /?launch=stale"), person);
        assertFalse(person.contains("Set-Cookie"), person);
        String program = client.get(path, "Accept: */*" + RawClient.CRLF);
        assertTrue(program.startsWith("HTTP/1.1 401 ") && program.contains("ticket_invalid"), program);
    }

    private void answers(int status, String code, String token) throws IOException {
        for (String headers : new String[]{RawClient.bearer(token), "Cookie: runwisp_jwt=" + token + RawClient.CRLF}) {
            String answer = client.get("/api/tasks", headers);
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " ") && answer.contains(code), answer);
        }
    }
}
