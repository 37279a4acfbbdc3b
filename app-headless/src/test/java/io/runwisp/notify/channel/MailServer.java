package io.runwisp.notify.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that upgrades to TLS, and says at each command what it is told to say. */
final class MailServer implements AutoCloseable {

    /** Said instead of an answer. */
    static final String SILENCE = "silence";
    /** Said a byte at a time, for ever. */
    static final String DRIP = "drip";

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final UnaryOperator<String> script;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A server that listens.
     *
     * @param tls null for one that cannot upgrade
     * @param script what it answers to a command; null for what is usual
     */
    MailServer(@Nullable SSLContext tls, UnaryOperator<@Nullable String> script) {
        this.tls = tls;
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> speak(socket));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every line that came: with {@code TLS} in front where a command was encrypted, with a bar in front where it belonged to a mail. */
    List<String> said() {
        return said;
    }

    private void speak(Socket plain) {
        try (plain) {
            Socket socket = plain;
            BufferedReader in = reader(socket);
            boolean upgraded = false;
            answer(socket, "", "220 test ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add((upgraded ? "TLS " : "") + line);
                String command = line.replaceFirst(" .*", "").toUpperCase(Locale.ROOT);
                switch (command) {
                    case "EHLO" -> answer(socket, line, "250-test\r\n"
                            + (tls != null && !upgraded ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN LOGIN");
                    case "STARTTLS" -> {
                        answer(socket, line, "220 go on");
                        socket = upgraded(plain);
                        in = reader(socket);
                        upgraded = true;
                    }
                    case "AUTH" -> answer(socket, line, "235 welcome");
                    case "DATA" -> {
                        answer(socket, line, "354 go on");
                        String body = in.readLine();
                        while (body != null && !body.equals(".")) {
                            said.add("| " + body);
                            body = in.readLine();
                        }
                        answer(socket, ".", "250 queued as 4711");
                    }
                    case "QUIT" -> answer(socket, line, "221 bye");
                    default -> answer(socket, line, "250 ok");
                }
            }
        } catch (IOException _) {
            // The other side has had enough.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket socket, String command, String usual) throws IOException, InterruptedException {
        String scripted = script.apply(command);
        String text = scripted == null ? usual : scripted;
        if (text.equals(SILENCE)) {
            closed.await();
        } else if (text.equals(DRIP)) {
            socket.getOutputStream().write("250-".getBytes(StandardCharsets.US_ASCII));
            while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
            }
        } else {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }

    private Socket upgraded(Socket plain) throws IOException {
        if (tls == null) {
            throw new IOException("no TLS");
        }
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
