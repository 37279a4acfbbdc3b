package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.run.TriggerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who must hear of a new configuration beside the engine: the gate, the bell and the hooks, asked over the port. */
final class ReloadFollowersTest {

    private static final String TASK = """
        [tasks.bad]
        run = "exit 3"
        """;
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");
    private TestDaemon daemon;
    private RawClient client;
    private String token = "";

    @BeforeEach
    void begin() throws IOException {
        daemon = new TestDaemon(folder, TASK);
        client = new RawClient(daemon.address());
        token = client.login();
    }

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void theGateKnowsTheNameThatPeopleUseFromTheReloadOn() throws IOException {
        assertEquals(403, called("ops.example"));
        reload("[daemon]\nexternal_url = \"https://ops.example\"\n" + TASK);
        assertEquals(200, called("ops.example"));
        assertEquals(403, called("other.example"));
        reload(TASK);
        assertEquals(403, called("ops.example"));
    }

    @Test
    void theGateBelievesAProxyFromTheReloadOn() throws IOException {
        assertFalse(cookieBehindTls().contains("Secure"));
        reload("[daemon]\ntrusted_proxies = [\"127.0.0.1\"]\n" + TASK);
        assertTrue(cookieBehindTls().contains("Secure"));
        reload(TASK);
        assertFalse(cookieBehindTls().contains("Secure"));
    }

    @Test
    void theBellKeepsQuietFromTheReloadOnAndRingsAgainAfterTheNext() throws IOException {
        assertEquals(1, rings());
        reload("[notify]\ndefault_notifiers = []\n" + TASK);
        assertEquals(1, rings());
        reload(TASK);
        assertEquals(2, rings());
    }

    @Test
    void aTokenOfAHookIsGoodFromTheReloadOnAndNotAfterItIsGone() throws IOException {
        assertEquals(401, hook());
        reload(TASK + "hook_tokens = [\"" + TOKEN + "\"]\n");
        assertEquals(201, hook());
        reload(TASK);
        assertEquals(401, hook());
    }

    private void reload(String text) throws IOException {
        Files.writeString(folder.resolve("runwisp.toml"), text);
        daemon.local().reload(new ReloadRequest(List.of(), false));
    }

    private int called(String host) throws IOException {
        return status(client.send("GET /api/tasks HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + RawClient.bearer(token) + "\r\n"));
    }

    private String cookieBehindTls() throws IOException {
        return client.post("/api/auth/logout", RawClient.bearer(token) + "X-Forwarded-Proto: https\r\n", "")
            .lines()
            .filter(line -> line.startsWith("Set-Cookie:"))
            .findFirst()
            .orElseThrow();
    }

    private int hook() throws IOException {
        return status(client.post("/api/hooks/tasks/bad/run", RawClient.bearer(TOKEN), "{}"));
    }

    /** How often the bell has rung, after another failure. */
    private int rings() {
        daemon.local().trigger("bad", new TriggerRequest(Map.of()), Duration.ofSeconds(30));
        return daemon.local().notifications(10, null).items().stream().mapToInt(row -> row.count()).sum();
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", -1)[1]);
    }
}
