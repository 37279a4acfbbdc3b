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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a daemon what people and programs ask, and has it end at last: what the JVM learns the API from. It speaks plain HTTP itself, because whatever the JVM
 * learns takes memory in every daemon, and a daemon is no client.
 */
final class Visitor {

    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int LONGEST_ANSWER_MS = 30_000;
    private static final String TASK = "/api/tasks/once";
    private static final Pattern FILE = Pattern.compile("\"(/(?:assets/)?[^\"/]+)\"");
    private static final String DATA = "data: ";
    private static final String CONNECTION = "{\"connection\":\"";

    private final int port;
    private final Path password;
    private final SystemTimer timer = new SystemTimer("runwisp-visitor-timer");
    private String manners = "";

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
        String token = WireJson.read(Token.class, ask("POST /api/auth", WireJson.text(new Login(nonce, proof))))
            .token();
        manners = "Authorization: Bearer " + token + "\r\n";
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
        listen("/api/events/stream?lastEventId=0");
        listen("/api/tasks/web/log/stream");
        manners = "Cookie: runwisp_jwt=" + token + "\r\nX-Requested-With: runwisp\r\nOrigin: http://127.0.0.1:" + port
                + "\r\nSec-Fetch-Site: same-origin\r\n";
        look(id);
        ask("POST /api/tasks/finish/trigger", "");
    }

    /** As a browser does that opens the dashboard: the page, its files, and one stream with what is shown in its slots. */
    private void look(String id) throws IOException {
        Matcher files = FILE.matcher(ask("GET /", ""));
        manners += "Accept-Encoding: gzip\r\n";
        ask("GET /", "");
        while (files.find()) {
            ask("GET " + files.group(1), "");
        }
        try (Socket socket = send("GET /api/view/stream", ""); BufferedReader lines = lines(socket)) {
            String hello = data(lines, CONNECTION);
            String connection = hello.substring(hello.indexOf(CONNECTION) + CONNECTION.length(),
                    hello.lastIndexOf('"'));
            int slot = 0;
            for (String shown : List.of("shell\",\"query\":{}", "overview\",\"query\":{}",
                    "unit\",\"query\":{\"name\":\"once\"}", "run\",\"query\":{\"id\":\"" + id + "\"}",
                    "log\",\"query\":{\"task\":\"once\",\"run\":\"" + id + "\"}")) {
                slot++;
                ask("PUT /api/view/" + connection + "/s" + slot, "{\"screen\":\"" + shown + ",\"zone\":\"UTC\"}");
                data(lines, "\"slot\":\"s" + slot + "\"");
            }
        }
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
        try (Socket socket = send("GET " + path, ""); BufferedReader lines = lines(socket)) {
            data(lines, "");
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What comes until an event says this. */
    private static String data(BufferedReader lines, String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA) && line.contains(text)) {
                return line;
            }
        }
        throw new IOException("a stream ended without an event that says «" + text + "»");
    }

    private Socket send(String what, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_ANSWER_MS);
        String head = what + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n"
                + manners + (body.isEmpty() ? "" : "Content-Type: application/json\r\n") + "Content-Length: "
                + body.length()
                + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
