package io.runwisp.web;

import io.runwisp.client.http.DaemonAddress;
import io.runwisp.time.MonotonicClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A stream that is read as it comes and looked at only for what is waited for: as cheap a browser as there can be. */
final class DrainedStream implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final TestBrowser browser;
    private final Socket socket;
    private final Thread reader;
    private String connection = "";
    private long bytes;
    private String wanted = "";
    private boolean found;

    private DrainedStream(TestBrowser browser, Socket socket) {
        this.browser = browser;
        this.socket = socket;
        reader = Thread.ofVirtual().start(this::read);
    }

    static DrainedStream open(TestBrowser browser, DaemonAddress address) throws IOException {
        Socket socket = new Socket(address.base().getHost(), address.base().getPort());
        socket.getOutputStream()
            .write(("GET /api/view/stream HTTP/1.1\r\nHost: 127.0.0.1:" + address.base().getPort()
                    + "\r\nAuthorization: Bearer " + browser.token() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        DrainedStream stream = new DrainedStream(browser, socket);
        stream.hello();
        return stream;
    }

    private synchronized void hello() throws IOException {
        try {
            while (connection.isEmpty()) {
                wait(LONG_ENOUGH.toMillis());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void read() {
        byte[] piece = new byte[64 * 1024];
        StringBuilder tail = new StringBuilder();
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                synchronized (this) {
                    bytes += read;
                    if (connection.isEmpty() || !wanted.isEmpty()) {
                        tail.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
                        look(tail);
                        tail.delete(0, Math.max(0, tail.length() - 200));
                    }
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void look(StringBuilder text) {
        int at = text.indexOf("\"connection\":\"");
        if (connection.isEmpty() && at >= 0 && text.length() >= at + 50) {
            connection = text.substring(at + 14, at + 50);
            notifyAll();
        }
        if (!wanted.isEmpty() && text.indexOf(wanted) >= 0) {
            wanted = "";
            found = true;
            notifyAll();
        }
    }

    /** Waits until a text has come, and answers when. */
    synchronized long await(String text, MonotonicClock clock) throws InterruptedException {
        found = false;
        wanted = text;
        long end = clock.nanos() + LONG_ENOUGH.toNanos();
        while (!found) {
            wait(LONG_ENOUGH.toMillis());
            if (clock.nanos() > end) {
                throw new AssertionError(text + " did not come");
            }
        }
        return clock.nanos();
    }

    synchronized long bytes() {
        return bytes;
    }

    void put(String slot, String body) {
        int status = browser.ask("PUT", "/api/view/" + connection + "/" + slot, body).statusCode();
        if (status != 204) {
            throw new AssertionError(status);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            reader.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
