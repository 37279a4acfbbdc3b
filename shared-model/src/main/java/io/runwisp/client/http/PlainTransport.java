package io.runwisp.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP without encryption over plain sockets, a connection for each question: what a command that asks a few times and ends needs, and no more, because
 * whatever is loaded for it is time that a person waits.
 */
final class PlainTransport implements Transport {

    private static final int USUAL_PORT = 80;

    private final URI base;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    PlainTransport(DaemonAddress daemon) {
        this.base = daemon.base();
        this.port = base.getPort() < 0 ? USUAL_PORT : base.getPort();
    }

    @Override
    public Reply send(Ask ask, @Nullable String bearer) throws IOException {
        Socket socket = connected();
        open.add(socket);
        try {
            if (closed) {
                throw new IOException("the client was closed");
            }
            socket.getOutputStream().write(request(ask, bearer));
            PlainSource source = new PlainSource(socket, () -> open.remove(socket));
            return PlainAnswer.read(source, ask.patience());
        } catch (IOException | RuntimeException e) {
            open.remove(socket);
            socket.close();
            throw e;
        }
    }

    private byte[] request(Ask ask, @Nullable String bearer) {
        byte[] body = ask.body() == null ? new byte[0] : ask.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512).append(ask.method())
            .append(' ')
            .append(base.getRawPath())
            .append(ask.path())
            .append(" HTTP/1.1\r\nHost: ")
            .append(base.getRawAuthority())
            .append("\r\nConnection: close\r\n");
        ask.headers(bearer).forEach((name, value) -> {
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("The header " + name + " has a line end in it");
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        if (ask.body() != null || !ask.method().equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** A name may stand for several addresses, and a daemon listen at one of them. */
    private Socket connected() throws IOException {
        String host = base.getHost();
        InetAddress[] addresses = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1)
                : host);
        IOException why = new ConnectException("no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                why = e;
            }
        }
        if (why instanceof SocketTimeoutException) {
            throw why;
        }
        // Nothing was sent yet, whatever it is.
        ConnectException none = new ConnectException(why.getMessage());
        none.initCause(why);
        throw none;
    }

    @Override
    public void close() {
        closed = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more either way.
            }
        }
    }
}
