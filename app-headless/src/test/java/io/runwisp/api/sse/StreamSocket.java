package io.runwisp.api.sse;

import io.runwisp.api.stream.LiveStage;
import io.runwisp.time.MonotonicClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Serves the streams of a stage over a real socket, with just enough HTTP for it. */
final class StreamSocket implements AutoCloseable {

    final StreamRoom room;
    private final StreamDesk desk;
    private final ServerSocket server;
    private final @Nullable Duration session;

    StreamSocket(LiveStage stage, MonotonicClock clock, BiConsumer<Duration, Runnable> timer,
            @Nullable Duration session) throws IOException {
        room = new StreamRoom(clock, timer, StreamRoom.Pace.USUAL);
        desk = new StreamDesk(stage.parts(), room, clock);
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.session = session;
        Thread.ofVirtual().start(this::accept);
    }

    /** Opens a stream; what is sent can be read from the socket, headers first. */
    Socket ask(String target, String... headers) throws IOException {
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
            .write(("GET " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + (headers.length > 0 ? "\r\n\r\n" : "\r\n"))
                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            URI target = URI.create(in.readLine().split(" ", -1)[1]);
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
            }
            OutputStream out = socket.getOutputStream();
            try (StreamCourse<?> course = course(target, headers)) {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                course.run(out);
            }
        } catch (IOException e) {
            // The client has gone, or was cut off.
        }
    }

    private StreamCourse<?> course(URI target, Map<String, String> headers) {
        Map<String, String> query = new HashMap<>();
        if (target.getQuery() != null) {
            for (String pair : target.getQuery().split("&", -1)) {
                query.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
            }
        }
        StreamCall call = new StreamCall(InetAddress.getLoopbackAddress(), session, query::get,
                headers.get("Last-Event-ID"));
        String[] path = target.getPath().substring(1).split("/", -1);
        return switch (path[0]) {
            case "events" -> desk.events(call);
            case "runs" -> desk.runEvents(call);
            case "notifications" -> desk.notificationEvents(call);
            case "daemon" -> desk.daemonLog(call);
            case "log" -> path.length == 3 ? desk.log(call, path[1], path[2]) : desk.serviceLog(call, path[1]);
            default -> throw new AssertionError(target.toString());
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
        room.close();
    }
}
