package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.time.SystemMonotonicClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of connections. */
final class ApiServerTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int PIECE = 16 * 1024;
    private static final int ANSWER = 40_000;
    private static final char END = '!';
    private static final int EXCHANGES = 100;
    private static final Duration HELD_BACK = Duration.ofMillis(35);

    private final ApiServer server = listen();
    private final BlockingQueue<String> faults = new LinkedBlockingQueue<>();

    private static ApiServer listen() {
        try {
            return ApiServer.listen(HERE, 0, Patience.usual(new SystemMonotonicClock(), (_, _) -> {
            }));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoComesBeforeThereIsAnybodyToAnswerWaits() throws Exception {
        try (Socket early = ask("/hello")) {
            early.setSoTimeout(200);
            assertThrows(java.net.SocketTimeoutException.class, () -> early.getInputStream().read());
            open(Route.get("/hello", _ -> Reply.text("text/plain", "here")));
            early.setSoTimeout(30_000);
            assertTrue(read(early).endsWith("\r\n\r\nhere"));
        }
    }

    @Test
    void aConnectionThatShallBeClosedIsClosedByTheDaemon() throws Exception {
        open(Route.get("/whole", _ -> Reply.text("text/plain", "whole")),
                Route.get("/flowing", _ -> Reply.flowing("text/plain", flow(target -> target.write('x')))));
        for (String path : List.of("/whole", "/flowing", "/nothing")) {
            try (Socket socket = ask(path)) {
                assertTrue(read(socket).startsWith("HTTP/1.1 "), path);
            }
        }
        assertEquals(List.of(), List.copyOf(faults));
    }

    /** The system holds a small packet back until the one before it is acknowledged, which a client that has nothing to say does after 40 ms. */
    @Test
    void noPartOfAnAnswerWaitsUntilAnotherIsAcknowledged() throws Exception {
        open(Route.get("/long", _ -> Reply.text("text/plain", "x".repeat(ANSWER) + END)));
        long best = Long.MAX_VALUE;
        try (Socket socket = new Socket(HERE, server.port())) {
            socket.setSoTimeout(30_000);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < EXCHANGES; i++) {
                long began = System.nanoTime();
                socket.getOutputStream()
                    .write("GET /long HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                readAnswer(answers);
                // At first a client acknowledges at once.
                if (i > EXCHANGES / 2) {
                    best = Math.min(best, System.nanoTime() - began);
                }
            }
        }
        Duration least = Duration.ofNanos(best);
        assertTrue(least.compareTo(HELD_BACK) < 0, () -> "each answer took " + least.toMillis() + " ms and more");
    }

    private static void readAnswer(InputStream answers) throws IOException {
        int read = answers.read();
        while (read != END) {
            assertTrue(read >= 0, "the daemon hung up");
            read = answers.read();
        }
    }

    @Test
    void whoeverIsInterruptedWhileNobodyReadsLosesTheConnectionAndLittleWasKeptForIt() throws Exception {
        CompletableFuture<Thread> writer = new CompletableFuture<>();
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        AtomicLong written = new AtomicLong();
        open(Route.get("/flood", _ -> Reply.flowing("text/event-stream", flow(target -> {
            writer.complete(Thread.currentThread());
            try {
                while (true) {
                    target.write(new byte[PIECE]);
                    target.flush();
                    written.addAndGet(PIECE);
                }
            } catch (IOException | RuntimeException e) {
                end.complete(e);
                throw e;
            }
        }))));
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(PIECE);
            deaf.connect(new java.net.InetSocketAddress(HERE, server.port()));
            send(deaf, "/flood");
            Thread thread = writer.get(30, TimeUnit.SECONDS);
            long before = -1;
            // It is stuck when it has waited through many looks without a byte more.
            for (int looks = 0; looks < 20;) {
                looks = written.get() == before && thread.getState() == Thread.State.WAITING ? looks + 1 : 0;
                before = written.get();
                new CompletableFuture<Void>().completeOnTimeout(null, 20, TimeUnit.MILLISECONDS).join();
            }
            assertTrue(before < 2_000_000, before + " bytes were taken for a client that does not read");
            thread.interrupt();
            assertInstanceOf(Exception.class, end.get(30, TimeUnit.SECONDS));
            thread.join(30_000);
            assertTrue(!thread.isAlive(), "the connection is over, and its thread with it");
        }
    }

    private void open(Route... routes) {
        server.open(new Front(new Front.Everybody(), List.of(routes), (what, fault) -> faults.add(what + fault)));
    }

    private Socket ask(String path) throws IOException {
        Socket socket = new Socket(HERE, server.port());
        socket.setSoTimeout(30_000);
        send(socket, path);
        return socket;
    }

    private static void send(Socket socket, String path) throws IOException {
        socket.getOutputStream()
            .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private interface Writing {
        void to(OutputStream target) throws IOException;
    }

    private static Reply.Flow flow(Writing writing) {
        return new Reply.Flow() {
            @Override
            public void writeTo(OutputStream target) throws IOException {
                writing.to(target);
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }
}
