package io.runwisp.client.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runwisp.model.LoginProof;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.Login;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Something that logs people in and otherwise answers what a test has told it to, in that order. */
final class FakeDaemon implements AutoCloseable {

    static final String PASSWORD = "correct horse";
    private static final String NONCE = "0".repeat(64);

    /** What was asked, as method and path, with what a stream goes on behind. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger logins = new AtomicInteger();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final HttpServer server;
    private volatile @Nullable String token = "never given";

    /** An answer. */
    interface Reply {

        void to(HttpExchange exchange) throws IOException;
    }

    FakeDaemon() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    DaemonAddress address() {
        return DaemonAddress.of("127.0.0.1", server.getAddress().getPort());
    }

    static HttpDaemonApi client(DaemonAddress address, Transport transport, @Nullable String password,
            TokenShelf shelf) {
        return new HttpDaemonApi(new Channel(address, transport, () -> password, shelf));
    }

    FakeDaemon then(Reply reply) {
        synchronized (replies) {
            replies.add(reply);
        }
        return this;
    }

    FakeDaemon thenJson(String json) {
        return then(exchange -> send(exchange, 200, "application/json", json));
    }

    FakeDaemon thenProblem(ProblemCode code) {
        return then(exchange -> problem(exchange, code));
    }

    /** A stream of events that tells this and is cut. */
    FakeDaemon thenStream(String... frames) {
        return then(exchange -> stream(exchange, frames).close());
    }

    /** No token is good any more. */
    void forgetTokens() {
        token = "forgotten";
    }

    static OutputStream stream(HttpExchange exchange, String... frames) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        for (String frame : frames) {
            body.write((frame + "\n\n").getBytes(StandardCharsets.UTF_8));
            body.flush();
        }
        return body;
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void problem(HttpExchange exchange, ProblemCode code) throws IOException {
        send(exchange, code.status(), "application/problem+json",
                WireJson.text(Problem.of(code, "this is how it is")));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (path.equals("/api/auth/challenge")) {
            send(exchange, 200, "application/json", WireJson.text(new Challenge(NONCE)));
        } else if (path.equals("/api/auth")) {
            Login login = WireJson.read(Login.class, exchange.getRequestBody().readAllBytes());
            int number = logins.incrementAndGet();
            if (LoginProof.of(PASSWORD, NONCE).matches(login.response())) {
                token = "token " + number;
                send(exchange, 200, "application/json", WireJson.text(new Token("token " + number)));
            } else {
                problem(exchange, ProblemCode.PASSWORD_WRONG);
            }
        } else {
            String seen = exchange.getRequestHeaders().getFirst("Last-Event-ID");
            String bearer = exchange.getRequestHeaders().getFirst("Authorization");
            if (!("Bearer " + token).equals(bearer)) {
                problem(exchange, bearer == null ? ProblemCode.TOKEN_MISSING : ProblemCode.TOKEN_EXPIRED);
            } else {
                asked.add(exchange.getRequestMethod() + " " + path + (seen == null ? "" : " behind " + seen));
                Reply reply;
                synchronized (replies) {
                    reply = replies.poll();
                }
                if (reply == null) {
                    problem(exchange, ProblemCode.INTERNAL);
                } else {
                    reply.to(exchange);
                }
            }
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
