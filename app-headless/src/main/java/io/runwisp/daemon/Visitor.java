package io.runwisp.daemon;

import io.runwisp.model.LoginProof;
import io.runwisp.time.SystemTimer;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.Login;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.run.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Asks a daemon what people and programs ask, and has it end at last: what the JVM learns the API from. It speaks plain HTTP itself, because whatever the JVM
 * learns takes memory in every daemon, and a daemon is no client.
 */
final class Visitor {

    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final String TASK = "/api/tasks/once";

    private final int port;
    private final Path password;
    private final SystemTimer timer = new SystemTimer("runwisp-visitor-timer");
    private String token = "";

    /**
     * One who has not come yet.
     *
     * @param password where it lies once the daemon is there
     */
    Visitor(int port, Path password) {
        this.port = port;
        this.password = password;
    }

    /** Comes when the daemon listens; whoever calls goes on. */
    void come() {
        timer.after(AGAIN, () -> Thread.ofPlatform().name("runwisp-visitor").start(this::knock));
    }

    private void knock() {
        try (SystemTimer _ = timer) {
            visit();
        } catch (ConnectException e) {
            new Visitor(port, password).come();
        } catch (IOException | RuntimeException e) {
            // Nobody would ever end the daemon.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void visit() throws IOException {
        ask("GET /health", "");
        String nonce = WireJson.read(Challenge.class, ask("GET /api/auth/challenge", "")).nonce();
        String proof = LoginProof.of(Files.readString(password).strip(), nonce).text();
        token = WireJson.read(Token.class, ask("POST /api/auth", WireJson.text(new Login(nonce, proof)))).token();
        String id = WireJson.read(Run.class, ask("POST " + TASK + "/trigger?wait=true", "{\"params\":{}}")).id();
        String run = TASK + "/runs/" + id;
        for (String path : List.of("/api/info", "/api/tasks", "/api/upcoming", TASK + "/why", "/api/runs?status=failed",
                "/api/runs/summary", run, run + "/log", run + "/log/raw", run + "/log/stream",
                TASK + "/log/search?q=once", "/api/notifications", "/api/notifications/unread-count", "/api/system",
                "/api/system/history")) {
            ask("GET " + path, "");
        }
        for (String screen : List.of("shell", "overview", "unit?name=once", "run?id=" + id, "runs", "calendar")) {
            ask("GET /api/view/" + screen, "");
        }
        listen("/api/view/stream");
        listen("/api/events/stream?lastEventId=0");
        listen("/api/tasks/web/log/stream");
        ask("POST /api/tasks/finish/trigger", "");
    }

    /** Asks, and reads the answer to its end. */
    private String ask(String what, String body) throws IOException {
        try (Socket socket = send(what, body)) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 20")) {
                throw new IOException(what + " was answered by " + answer);
            }
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }

    /** Asks for a stream, and reads it as far as its first event. */
    private void listen(String path) throws IOException {
        try (Socket socket = send("GET " + path, "");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("data: ")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IOException(path + " ended without an event");
            }
        }
    }

    private Socket send(String what, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_ANSWER_MS);
        String head = what + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
