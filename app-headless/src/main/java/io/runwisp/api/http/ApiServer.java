package io.runwisp.api.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.runwisp.auth.request.Approach;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens, and hands requests to a {@link Front}. */
public final class ApiServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 4096;
    private static final int HEADERS = 64 * 1024;
    private static final int BACKLOG = 1024;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration LOOK_FOR_IDLE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    /** The level of a logger holds as long as somebody holds the logger. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** Whoever asks before there is anybody to answer waits for so long at most. */
    private static final Duration OPENING = Duration.ofSeconds(30);
    /** What the system keeps for a client that does not read; what it would take by itself is sixteen times as much. */
    private static final int SEND_BUFFER = 256 * 1024;

    private final WebServer server;
    private final CompletableFuture<Answering> front;

    private ApiServer(WebServer server, CompletableFuture<Answering> front) {
        this.server = server;
        this.front = front;
    }

    /**
     * Begins to listen; see {@link #open}.
     *
     * @param port 0 for any
     * @param patience how long clients may take to say what they want
     * @throws IOException when it cannot, and why
     */
    public static ApiServer listen(InetAddress address, int port, Patience patience) throws IOException {
        Deadlines deadlines = new Deadlines(patience.clock(), patience.lookEvery(), patience.timer());
        CompletableFuture<Answering> front = new CompletableFuture<>();
        HELIDON.setLevel(Level.OFF);
        WebServer server = WebServer.builder()
            .address(address)
            .port(port)
            .backlog(BACKLOG)
            .shutdownHook(false)
            .shutdownGracePeriod(FAREWELL)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(IDLE)
            .idleConnectionPeriod(LOOK_FOR_IDLE)
            .connectionOptions(options -> options.readTimeout(SILENCE)
                .socketSendBufferSize(SEND_BUFFER)
                .tcpNoDelay(true))
            .addConnectionSelector(Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                    .maxHeadersSize(HEADERS)
                    .addReceiveListener(new HeadWatch(deadlines, patience.head()))
                    .build())
                .build())
            .directHandlers(handlers())
            .routing(routing -> routing
                .any((request, response) -> answer(front,
                        new Received(request, new Body(request, deadlines, patience.body())), response)))
            .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw new IOException(reason(e), e);
        }
        // What keeps it from listening is only logged by the library, whose log is off.
        if (!server.isRunning()) {
            server.stop();
            throw hindrance(address, port);
        }
        return new ApiServer(server, front);
    }

    /** Tries the same without the library, to learn what is in the way. */
    private static IOException hindrance(InetAddress address, int port) {
        try (ServerSocket trial = new ServerSocket(port, 1, address)) {
            return new IOException("it could not, and a moment later it can: port " + trial.getLocalPort());
        } catch (IOException e) {
            return e;
        }
    }

    /** From now on requests are answered by this; those that came before have waited for it. */
    public void open(Answering answering) {
        front.complete(answering);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** Ends it; what is under way has a second. The second time nothing happens. */
    @Override
    public void close() {
        server.stop();
    }

    private static Reply answer(CompletableFuture<Answering> front, Request request) {
        try {
            return front.get(OPENING.toSeconds(), TimeUnit.SECONDS).answer(request);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return Front.secured(Reply.problem(Problem.of(ProblemCode.STOPPING,
                    "The daemon has not come to its start, and may be about to end: ask again.")));
        }
    }

    private static void answer(CompletableFuture<Answering> front, Received received, ServerResponse response) {
        ServerRequest request = received.request();
        response.whenSent(() -> {
            // Where a body ends that is not written well, nobody knows: what follows may be anything.
            if (received.body().isBroken()) {
                throw new CloseConnectionException("its body is not written well");
            }
            // The library says so in its answer, and then waits for the client to do it.
            if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
                throw new CloseConnectionException("as the client asked");
            }
        });
        Reply reply = answer(front, received);
        response.status(Status.create(reply.status()));
        if (!reply.type().isEmpty()) {
            response.headers().set(HeaderNames.CONTENT_TYPE, reply.type());
        }
        reply.headers().forEach(header -> response.headers().add(HeaderNames.create(header.name()), header.value()));
        long length = reply.content().length();
        try {
            if (length == 0 || request.prologue().method().text().equals("HEAD")) {
                response.send();
                return;
            }
            if (length > 0) {
                response.headers().set(HeaderNames.CONTENT_LENGTH, Long.toString(length));
            }
            try (OutputStream target = response.outputStream()) {
                reply.content().writeTo(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close(reply);
        }
    }

    private static void close(Reply reply) {
        try {
            reply.content().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong before there is a request. */
    private static DirectHandlers handlers() {
        DirectHandler handler = (_, type, status, headers, message) -> {
            Problem problem = Problem.of(refusal(status.code(), message),
                    "The daemon speaks HTTP/1.1; this request breaks its rules or the limits of the daemon, so it was not looked at.");
            DirectHandler.TransportResponse.Builder reply = DirectHandler.TransportResponse.builder()
                .status(Status.create(problem.status()))
                .keepAlive(false)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .entity(WireJson.bytes(problem));
            SecurityHeaders.ALL.forEach(header -> reply.header(HeaderNames.create(header.name()), header.value()));
            return reply.build();
        };
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }

    /** The library has one status for all that is wrong with headers, and a sentence for each. */
    private static ProblemCode refusal(int status, String message) {
        if (message.contains("Header size")) {
            return ProblemCode.HEADERS_TOO_LARGE;
        }
        return status == ProblemCode.BODY_TOO_LARGE.status()
                ? ProblemCode.BODY_TOO_LARGE
                : ProblemCode.MALFORMED_REQUEST;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Watches how long the headers of a request take. The thread that calls it is the one that reads. */
    private record HeadWatch(Deadlines deadlines, Duration patience) implements Http1ConnectionListener {

        @Override
        public void prologue(ConnectionContext connection, HttpPrologue prologue) {
            deadlines.begin(patience);
        }

        @Override
        public void headers(ConnectionContext connection, Headers headers) {
            deadlines.end();
        }
    }

    /** The body of a request as it comes. */
    private static final class Body {

        private final ServerRequest request;
        private final Deadlines deadlines;
        private final Duration patience;
        private boolean broken;

        Body(ServerRequest request, Deadlines deadlines, Duration patience) {
            this.request = request;
            this.deadlines = deadlines;
            this.patience = patience;
        }

        /** Whether it was not written well. */
        boolean isBroken() {
            return broken;
        }

        byte[] read(int limit) throws IOException {
            if (!request.content().hasEntity()) {
                return new byte[0];
            }
            deadlines.begin(patience);
            try (InputStream body = request.content().inputStream()) {
                return body.readNBytes(limit + 1);
            } catch (UncheckedIOException | CloseConnectionException e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever the library stumbles over, such as the length of a chunk, is the client's.
                broken = true;
                throw new IOException("the body is not written well", e);
            } finally {
                deadlines.end();
            }
        }
    }

    /** A request as Helidon has it. */
    private record Received(ServerRequest request, Body body) implements Request {

        @Override
        public String path() {
            return request.path().rawPath();
        }

        @Override
        public String query() {
            return request.query().rawValue();
        }

        @Override
        public Approach approach() {
            return new Approach(request.prologue().method().text(), peer(), name -> values(HeaderNames.create(name)));
        }

        private List<String> values(HeaderName name) {
            return request.headers().contains(name) ? request.headers().get(name).allValues() : List.of();
        }

        private InetAddress peer() {
            SocketAddress peer = request.remotePeer().address();
            return peer instanceof InetSocketAddress inet ? inet.getAddress() : InetAddress.getLoopbackAddress();
        }

        @Override
        public byte[] body(int limit) throws IOException {
            return body.read(limit);
        }
    }
}
