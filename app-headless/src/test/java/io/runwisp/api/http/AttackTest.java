package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.model.LoginProof;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.json.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends who means harm, byte by byte, to a port that really listens. After each of it a good client is answered. */
final class AttackTest {

    private static final String CRLF = "\r\n";
    private static final String RUN = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";
    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();

    @TempDir
    private static Path folder = Path.of("");

    private static TestDaemon daemon;
    private static String token = "";

    @BeforeAll
    static void begin() throws IOException {
        daemon = new TestDaemon(folder, "[tasks.hello]\nrun = 'echo hello'\n");
        token = login();
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
        String answer = send(bytes);
        assertFalse(answer.startsWith("HTTP/1.1 2"), answer);
        assertFalse(answer.contains("Exception"), answer);
        stillServes();
    }

    @Test
    void headersBeyondTheLimitAreRefused() throws IOException {
        String flood = ("X-Flood: " + "x".repeat(1000) + CRLF).repeat(100);
        String answer = send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n" + flood + CRLF);
        // What was still on its way when the daemon closed takes the answer with it.
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "), answer);
        stillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/../../etc/passwd", "/api/tasks/%2e%2e/runs", "/api/tasks/..%2f..%2fdata/runs",
            "/api/tasks/a%00b/runs", "/api/tasks/%c0%ae%c0%ae/runs", "/api/tasks/hello/runs/..%2f..%2fpassword/log/raw",
            "/api/tasks/hello/runs/" + RUN + "%2f..%2f/log/raw", "//etc/passwd", "/./health", "/password",
            "/data/password",
            "/api/tasks/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/runs"})
    void aPathNeverLeadsToAFile(String path) throws IOException {
        String answer = get(path, "Authorization: Bearer " + token + CRLF);
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertFalse(answer.contains("root:") || answer.contains(TestDaemon.PASSWORD), answer);
    }

    @Test
    void aTokenThatSomebodyMadeIsWorthNothing() throws IOException {
        String payload = encoded("{\"iss\":\"runwisp\",\"aud\":\"runwisp-api\",\"iat\":1,\"exp\":99999999999}");
        for (String forged : List.of(encoded("{\"alg\":\"none\"}") + "." + payload + ".",
                encoded("{\"alg\":\"HS256\"}") + "." + payload + "." + encoded("signature"),
                encoded("{\"alg\":\"none\"}") + "." + token.split("\\.", -1)[1] + ".",
                token.substring(0, token.length() - 4) + "AAAA", "..", "x".repeat(10_000))) {
            assertStatus(401, get("/api/tasks", "Authorization: Bearer " + forged + CRLF));
            assertStatus(401, get("/api/tasks", "Cookie: runwisp_jwt=" + forged + CRLF));
        }
        assertStatus(200, get("/api/tasks", "Authorization: Bearer " + token + CRLF));
    }

    @Test
    void aProofThatWasHeardIsNoProofASecondTime() throws IOException {
        String nonce = WireJson.read(Challenge.class, body(get("/api/auth/challenge", ""))).nonce();
        String login = "{\"nonce\":\"" + nonce + "\",\"response\":\"" + LoginProof.of(TestDaemon.PASSWORD, nonce).text()
                + "\"}";
        assertStatus(200, post("/api/auth", "", login));
        assertStatus(401, post("/api/auth", "", login));
    }

    @Test
    void bodiesBeyondTheirLimitsAreRefused() throws IOException {
        assertStatus(413, post("/api/auth", "", "{\"nonce\":\"" + "0".repeat(2000) + "\"}"));
        String bearer = "Authorization: Bearer " + token + CRLF;
        assertStatus(413, post("/api/runs/bulk/delete", bearer, "{\"ids\":[\"" + "x".repeat(1_200_000) + "\"]}"));
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            chunks.append("10000\r\n").append("x".repeat(0x10000)).append(CRLF);
        }
        String answer = send("POST /api/runs/bulk/delete HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks
                + "0\r\n\r\n");
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 413"), answer);
        stillServes();
    }

    @Test
    void aStrangersNameForThisMachineAndAStrangersPageAreRefused() throws IOException {
        assertStatus(403,
                send("GET /api/tasks HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n"));
        assertStatus(403, post("/api/tasks/hello/trigger",
                "Cookie: runwisp_jwt=" + token + CRLF + "Origin: https://evil.example\r\n", "{}"));
        assertStatus(403, post("/api/tasks/hello/trigger",
                "Cookie: runwisp_jwt=" + token + CRLF + "Sec-Fetch-Site: cross-site\r\n", "{}"));
    }

    @Test
    void theCookieOfAnotherDaemonOnThisMachineLosesAgainstOurOwn() throws IOException {
        String own = "runwisp_jwt_" + daemon.address().base().getPort() + "=" + token;
        assertStatus(200, get("/api/tasks", "Cookie: runwisp_jwt=of.another.daemon; " + own + CRLF));
    }

    @Test
    void aThousandHalfOpenConnectionsKeepNobodyOut() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket socket = connect();
                open.add(socket);
                socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: 127".getBytes(StandardCharsets.US_ASCII));
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

    @Test
    void moreStreamsThanThereMayBeAreRefusedAndThePlacesAreFreeAgainAfterwards() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                Socket socket = connect();
                open.add(socket);
                socket.getOutputStream()
                    .write(("GET /api/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                            + "Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                assertTrue(line(socket).startsWith("HTTP/1.1 200"), "stream " + i);
            }
            assertStatus(503, get("/api/events/stream", "Authorization: Bearer " + token + CRLF));
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        stillServes();
    }

    private static void stillServes() throws IOException {
        assertStatus(200, get("/health", ""));
    }

    private static String login() throws IOException {
        String nonce = WireJson.read(Challenge.class, body(get("/api/auth/challenge", ""))).nonce();
        return WireJson.read(Token.class, body(post("/api/auth", "", "{\"nonce\":\"" + nonce + "\",\"response\":\""
                + LoginProof.of(TestDaemon.PASSWORD, nonce).text() + "\"}")))
            .token();
    }

    private static String get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + CRLF);
    }

    private static String post(String path, String headers, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + CRLF + CRLF + body);
    }

    /** What is answered until the other end closes; what is cut off is as good as refused. */
    private static String send(String bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.write(next);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // It was cut off.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), daemon.address().base().getPort());
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0
                && next != '\n'; next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer.lines().findFirst().orElse("nothing"));
        assertEquals(-1, answer.indexOf("Exception"));
    }
}
