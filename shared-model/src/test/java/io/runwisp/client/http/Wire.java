package io.runwisp.client.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Something that listens, reads one head of a request from each who comes, and answers with these very bytes. */
final class Wire implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CompletableFuture<String> asked = new CompletableFuture<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean stay;

    Wire(String answer) throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    open.add(socket);
                    answer(socket, answer);
                }
            } catch (IOException e) {
                asked.completeExceptionally(e);
            }
        });
    }

    /** The same, without an end of the connection behind the answer. */
    Wire thatStaysOpen() {
        stay = true;
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    DaemonAddress address() {
        return DaemonAddress.of("127.0.0.1", port());
    }

    /** The head of the first request. */
    String asked() throws Exception {
        return asked.get(20, TimeUnit.SECONDS);
    }

    private void answer(Socket socket, String answer) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            head.append(line).append("\r\n");
            if (line.isEmpty()) {
                break;
            }
        }
        asked.complete(head.toString());
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        if (!stay) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
