package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.http.DaemonAddress;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.model.LoginProof;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.json.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who speaks to the port of a daemon byte by byte. */
final class RawClient {

    static final String CRLF = "\r\n";

    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();
    /** As little as a system gives. */
    private static final int LITTLE = 4096;

    private final int port;

    RawClient(DaemonAddress daemon) {
        port = daemon.base().getPort();
    }

    /** A token for a day. */
    String login() throws IOException {
        String nonce = WireJson.read(Challenge.class, body(get("/api/auth/challenge", ""))).nonce();
        return WireJson.read(Token.class, body(post("/api/auth", "", "{\"nonce\":\"" + nonce + "\",\"response\":\""
                + LoginProof.of(TestDaemon.PASSWORD, nonce).text() + "\"}")))
            .token();
    }

    /** The header of a token. */
    static String bearer(String token) {
        return "Authorization: Bearer " + token + CRLF;
    }

    String get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + CRLF);
    }

    String post(String path, String headers, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + CRLF + CRLF + body);
    }

    /** What is answered until the other end closes; what is cut off is as good as refused. */
    String send(String bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            write(socket, bytes);
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

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        return socket;
    }

    /** Opens a stream, reads the first line of its answer, and leaves the rest. */
    Socket stream(String path, String headers) throws IOException {
        Socket socket = connect();
        write(socket, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + CRLF);
        String line = line(socket);
        assertTrue(line.startsWith("HTTP/1.1 200"), path + ": " + line);
        return socket;
    }

    static void write(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
