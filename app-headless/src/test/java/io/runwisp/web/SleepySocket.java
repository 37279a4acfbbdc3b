package io.runwisp.web;

import io.runwisp.client.http.DaemonAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a stream, learns its connection, and reads no more. */
final class SleepySocket implements AutoCloseable {

    private static final Pattern CONNECTION = Pattern.compile("\"connection\":\"([^\"]+)\"");

    private final TestBrowser browser;
    private final Socket socket;
    private final String connection;

    private SleepySocket(TestBrowser browser, Socket socket, String connection) {
        this.browser = browser;
        this.socket = socket;
        this.connection = connection;
    }

    static SleepySocket open(TestBrowser browser, DaemonAddress address) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(address.base().getHost(), address.base().getPort()));
            socket.getOutputStream()
                .write(("GET /api/view/stream HTTP/1.1\r\nHost: 127.0.0.1:" + address.base().getPort()
                        + "\r\nAuthorization: Bearer " + browser.token() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            StringBuilder read = new StringBuilder();
            Matcher found = CONNECTION.matcher(read);
            while (!found.find()) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError(read.toString());
                }
                read.append((char) next);
                found = CONNECTION.matcher(read);
            }
            return new SleepySocket(browser, socket, found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int put(String slot, String body) {
        return browser.ask("PUT", "/api/view/" + connection + "/" + slot, body).statusCode();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
