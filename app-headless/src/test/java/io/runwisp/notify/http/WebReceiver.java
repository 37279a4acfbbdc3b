package io.runwisp.notify.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A receiver on loopback that keeps every request and answers as it is told, byte by byte. */
public final class WebReceiver implements AutoCloseable {

    /** What came. */
    public record Request(String line, Map<String, String> headers, String body) {
    }

    /** What is said to it. */
    @FunctionalInterface
    public interface Answer {

        /** Writes until it has had enough, or the receiver is closed. */
        void write(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private WebReceiver(Answer answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Answers in its own way. */
    public static WebReceiver answering(Answer answer) {
        return new WebReceiver(answer);
    }

    /** Answers with a status, headers that end in line ends, and a body. */
    public static WebReceiver answering(int status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return answering((out, _) -> out.write(("HTTP/1.1 " + status + " Whatever\r\n" + headers + "Content-Length: "
                + bytes.length + "\r\nConnection: close\r\n\r\n" + body)
            .getBytes(StandardCharsets.UTF_8)));
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** All that came. */
    public List<Request> requests() {
        return requests;
    }

    /** The first that came. */
    public Request request() {
        return requests.getFirst();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> speak(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void speak(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String line = line(in);
            if (line.isEmpty()) {
                return;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                headers.put(header.substring(0, header.indexOf(':')),
                        header.substring(header.indexOf(':') + 1).strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            requests.add(new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8)));
            answer.write(socket.getOutputStream(), closed);
        } catch (IOException _) {
            // The other side has had enough.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
