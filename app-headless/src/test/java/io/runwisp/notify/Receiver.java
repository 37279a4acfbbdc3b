package io.runwisp.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody on loopback who takes what is posted, or says that he cannot just now. */
public final class Receiver implements AutoCloseable {

    /** What came. */
    public record Posted(String path, String body) {
    }

    private final HttpServer server;
    private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Posted> refused = new LinkedBlockingQueue<>();
    private volatile int status = 200;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = status;
        (answer < 300 ? posted : refused).add(new Posted(exchange.getRequestURI().getPath(), body));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    /** From now on it answers with this. */
    public void answer(int code) {
        status = code;
    }

    /** Its address, without a path. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was taken next. */
    public Posted next() throws InterruptedException {
        return next(posted, "nothing came");
    }

    /** What was refused next. */
    public Posted nextRefused() throws InterruptedException {
        return next(refused, "nothing was refused");
    }

    private static Posted next(BlockingQueue<Posted> queue, String otherwise) throws InterruptedException {
        Posted next = queue.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(otherwise);
        }
        return next;
    }

    /** How many were taken that nobody has looked at. */
    public int left() {
        return posted.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
