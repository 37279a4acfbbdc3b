package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.model.LoginProof;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.run.Run;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends who means harm, byte by byte, to a port that really listens. After each of it a good client is answered. */
final class AttackTest {

    private static final String RUN = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";

    @TempDir
    private static Path folder = Path.of("");

    private static TestDaemon daemon;
    private static RawClient client;
    private static String token = "";

    @BeforeAll
    static void begin() throws IOException {
        daemon = new TestDaemon(folder, "[tasks.hello]\nrun = 'echo hello'\ncron = '@hourly'\n");
        client = new RawClient(daemon.address());
        token = client.login();
    }

    @AfterAll
    static void end() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "GET\r\n\r\n", "GET /health\r\n\r\n", "GET  /health HTTP/1.1\r\n\r\n",
            "G\u0000T /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "GET /health HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /hea lth HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000",
            "POST /api/auth HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
            "POST /api/auth HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n"})
    void whatIsNoRequestIsRefusedOrCutOff(String bytes) throws IOException {
        String answer = client.send(bytes);
        assertFalse(answer.startsWith("HTTP/1.1 2"), answer);
        assertFalse(answer.contains("Exception"), answer);
        stillServes();
    }

    @Test
    void headersBeyondTheLimitAreRefused() throws IOException {
        String flood = ("X-Flood: " + "x".repeat(1000) + RawClient.CRLF).repeat(100);
        String answer = client.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n" + flood + RawClient.CRLF);
        // What was still on its way when the daemon closed takes the answer with it.
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "), answer);
        stillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/../../etc/passwd", "/api/tasks/%2e%2e/runs", "/api/tasks/..%2f..%2fdata/runs",
            "/api/tasks/a%00b/runs", "/api/tasks/%c0%ae%c0%ae/runs", "/api/tasks/hello/runs/..%2f..%2fpassword/log/raw",
            "/api/tasks/hello/runs/" + RUN + "%2f..%2f/log/raw",
            "/api/tasks/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/runs"})
    void aPathNeverLeadsToAFile(String path) throws IOException {
        String answer = client.get(path, RawClient.bearer(token));
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertFalse(answer.contains("root:") || answer.contains(TestDaemon.PASSWORD), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//etc/passwd", "/./health", "/password", "/data/password", "/..%2f..%2fetc/passwd",
            "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/data/password"})
    void aPathBesideTheApiLeadsToThePageAtMost(String path) throws IOException {
        String answer = client.get(path, RawClient.bearer(token));
        assertTrue(answer.startsWith("HTTP/1.1 4") || answer.contains("<title>RunWisp</title>"), answer);
        assertFalse(answer.contains("root:") || answer.contains(TestDaemon.PASSWORD), answer);
    }

    @Test
    void aLogThatSomebodyMadeALinkLeadsToNoOtherFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "somebody's secret\n".repeat(100));
        String bearer = RawClient.bearer(token);
        String run = WireJson
            .read(Run.class, RawClient.body(client.post("/api/tasks/hello/trigger?wait=true", bearer, "{}")))
            .id();
        String raw = "/api/tasks/hello/runs/" + run + "/log/raw";
        assertTrue(client.get(raw, bearer).contains("hello"), "the log can be read before");
        try (Stream<Path> files = Files.list(folder.resolve("data/logs/hello"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
                Files.createSymbolicLink(file, secret);
            }
        }
        for (String path : List.of(raw, "/api/tasks/hello/runs/" + run + "/log",
                "/api/tasks/hello/runs/" + run + "/log/stream", "/api/tasks/hello/log/search?q=secret")) {
            String answer = client.get(path, bearer);
            assertTrue(answer.startsWith("HTTP/1.1 "), path);
            assertFalse(answer.contains("somebody"), answer);
        }
        stillServes();
    }

    @Test
    void aTokenThatSomebodyMadeIsWorthNothing() throws IOException {
        String payload = encoded("{\"iss\":\"runwisp\",\"aud\":\"runwisp-api\",\"iat\":1,\"exp\":99999999999}");
        for (String forged : List.of(encoded("{\"alg\":\"none\"}") + "." + payload + ".",
                encoded("{\"alg\":\"HS256\"}") + "." + payload + "." + encoded("signature"),
                encoded("{\"alg\":\"none\"}") + "." + token.split("\\.", -1)[1] + ".",
                token.substring(0, token.length() - 4) + "AAAA", "..", "x".repeat(10_000))) {
            assertStatus(401, client.get("/api/tasks", RawClient.bearer(forged)));
            assertStatus(401, client.get("/api/tasks", "Cookie: runwisp_jwt=" + forged + RawClient.CRLF));
        }
        assertStatus(200, client.get("/api/tasks", RawClient.bearer(token)));
    }

    @Test
    void aProofThatWasHeardIsNoProofASecondTime() throws IOException {
        String nonce = WireJson.read(Challenge.class, RawClient.body(client.get("/api/auth/challenge", ""))).nonce();
        String login = "{\"nonce\":\"" + nonce + "\",\"response\":\"" + LoginProof.of(TestDaemon.PASSWORD, nonce).text()
                + "\"}";
        assertStatus(200, client.post("/api/auth", "", login));
        assertStatus(401, client.post("/api/auth", "", login));
    }

    @Test
    void bodiesBeyondTheirLimitsAreRefused() throws IOException {
        assertStatus(413, client.post("/api/auth", "", "{\"nonce\":\"" + "0".repeat(2000) + "\"}"));
        String bearer = RawClient.bearer(token);
        assertStatus(413,
                client.post("/api/runs/bulk/delete", bearer, "{\"ids\":[\"" + "x".repeat(1_200_000) + "\"]}"));
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            chunks.append("10000\r\n").append("x".repeat(0x10000)).append(RawClient.CRLF);
        }
        String answer = client.send("POST /api/runs/bulk/delete HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks
                + "0\r\n\r\n");
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 413"), answer);
        stillServes();
    }

    /** The length of a chunk that is none was a fault of the daemon's own, written to its log by whoever liked to. */
    @ParameterizedTest
    @ValueSource(strings = {"zz", "-5", "7fffffffffffffff", "ffffffffffffffffffff", "", "5;"})
    void aChunkWithoutALengthIsTheClientsFaultAndWhatFollowsIsNoRequest(String length) throws IOException {
        String answer = client.send("POST /api/auth HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + length
                + "\r\nabc\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(answer.indexOf("HTTP/1.1"), answer.lastIndexOf("HTTP/1.1"), answer);
        stillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
            "9999-12-31T23:59:59-18:00", "%2B999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z"})
    void aTimeThatNobodyLivesInIsRefused(String time) throws IOException {
        String bearer = RawClient.bearer(token);
        for (String path : List.of("/api/tasks/hello/why?at=", "/api/upcoming?from=", "/api/runs?created_after=")) {
            assertStatus(422, client.get(path + time, bearer));
        }
        for (String path : List.of("/api/tasks/hello/why?at=1970-01-01T00:00:00Z",
                "/api/tasks/hello/why?at=9999-12-30T23:59:59Z", "/api/upcoming?from=9999-12-29T00:00:00Z")) {
            assertStatus(200, client.get(path, bearer));
        }
    }

    @Test
    void aStrangersNameForThisMachineAndAStrangersPageAreRefused() throws IOException {
        assertStatus(403,
                client
                    .send("GET /api/tasks HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nAuthorization: Bearer "
                            + token + "\r\n\r\n"));
        assertStatus(403, client.post("/api/tasks/hello/trigger",
                "Cookie: runwisp_jwt=" + token + RawClient.CRLF + "Origin: https://evil.example\r\n", "{}"));
        assertStatus(403, client.post("/api/tasks/hello/trigger",
                "Cookie: runwisp_jwt=" + token + RawClient.CRLF + "Sec-Fetch-Site: cross-site\r\n", "{}"));
    }

    @Test
    void theCookieOfAnotherDaemonOnThisMachineLosesAgainstOurOwn() throws IOException {
        String own = "runwisp_jwt_" + daemon.address().base().getPort() + "=" + token;
        assertStatus(200, client.get("/api/tasks", "Cookie: runwisp_jwt=of.another.daemon; " + own + RawClient.CRLF));
    }

    @Test
    void aThousandHalfOpenConnectionsKeepNobodyOut() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket socket = client.connect();
                open.add(socket);
                RawClient.write(socket, "GET /health HTTP/1.1\r\nHost: 127");
            }
            long began = System.nanoTime();
            stillServes();
            assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 5, "a good client had to wait");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static void stillServes() throws IOException {
        assertStatus(200, client.get("/health", ""));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer.lines().findFirst().orElse("nothing"));
        assertEquals(-1, answer.indexOf("Exception"));
    }
}
