package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.wire.exchange.Exchanges;
import io.runwisp.wire.exchange.Frames;
import io.runwisp.wire.run.TriggerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon is made to send every kind of frame that its document names, on each of its streams, and nothing it sends may be missing there. */
final class EveryFrameTest {

    private static final String CONFIG = """
        [tasks.hello]
        run = "seq 1 100"
        cron = "0 4 1 1 *"

        [tasks.bad]
        run = "exit 3"

        [tasks.sleeper]
        run = "echo up; exec sleep 600"

        [tasks.long]
        run = "seq 1 5000"
        log_max_size = "8kb"

        [tasks.bar]
        run = "while true; do printf 'one\\\\r'; sleep 0.05; printf 'two\\\\r'; sleep 0.05; done"

        [services.keeper]
        run = "seq 1 5000; while true; do echo line; printf 'one\\\\r'; sleep 0.05; printf 'two\\\\r'; sleep 0.05; done"
        log_max_size = "8kb"
        """;
    private static final TriggerRequest PLAIN = new TriggerRequest(Map.of());
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String NO_PLACE = "999999999";
    private static final String LAST = "Last-Event-ID";

    private final Exchanges exchanges = new Exchanges();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final long until = System.nanoTime() + LONG_ENOUGH.toNanos();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir
    private Path folder = Path.of("");
    private TestDaemon daemon;
    private String token = "";

    @BeforeEach
    void begin() throws IOException {
        daemon = new TestDaemon(folder, CONFIG);
        token = new RawClient(daemon.address()).login();
    }

    @AfterEach
    void end() {
        client.shutdownNow();
        daemon.close();
    }

    private record Told(String path, String id, String event, String data) {
    }

    @Test
    void everyKindOfFrameIsSentAndSaysOnlyWhatTheDocumentNames() throws Exception {
        for (String path : List.of("/api/events/stream", "/api/runs/stream", "/api/notifications/stream")) {
            follow(path, LAST, NO_PLACE);
            await(frame -> frame.path().equals(path) && frame.event().equals("resync"));
            follow(path);
            await(frame -> frame.path().equals(path) && frame.event().equals("ping"));
        }
        follow("/api/daemon/log-stream");
        runs(daemon.local());
        unit(daemon.local());
        bell(daemon.local());
        logOfARun(daemon.local());
        logOfAService();
        await(_ -> exchanges.unseen().isEmpty());
        assertEquals(Set.of(), exchanges.unseen(), "frames that no stream sent");
        assertEquals(List.of(), List.copyOf(faults));
    }

    private void runs(JoinedDaemonApi api) throws IOException, InterruptedException {
        String sleeping = api.trigger("sleeper", PLAIN, null).id();
        // Recorded as started is not yet let through its gate, and a stop before that is another story.
        String log = log("sleeper", sleeping);
        follow(log);
        await(frame -> frame.path().equals(log) && frame.event().equals("line"));
        api.stopRun("sleeper", sleeping);
        String run = api.trigger("hello", PLAIN, LONG_ENOUGH).id();
        api.deleteRun("hello", run);
        api.trigger("bad", PLAIN, LONG_ENOUGH);
    }

    private void unit(JoinedDaemonApi api) throws IOException {
        api.pause("hello");
        Files.writeString(folder.resolve("runwisp.toml"), CONFIG + "\n[tasks.more]\nrun = 'true'\n");
        api.info();
    }

    private static void bell(JoinedDaemonApi api) {
        api.trigger("bad", PLAIN, LONG_ENOUGH);
        api.readAll();
    }

    private void logOfARun(JoinedDaemonApi api) throws Exception {
        follow(log("long", api.trigger("long", PLAIN, LONG_ENOUGH).id()) + "?from=0");
        follow(log("hello", api.trigger("hello", PLAIN, LONG_ENOUGH).id()) + "?replay_limit=1", LAST, "5");
        follow(log("bar", api.trigger("bar", PLAIN, null).id()));
    }

    private void logOfAService() throws Exception {
        String path = "/api/tasks/keeper/log/stream";
        follow(path + "?replay_limit=1");
        String first = await(frame -> frame.path().equals(path) && frame.event().equals("line")).id();
        for (int i = 0; i < 5; i++) {
            await(frame -> frame.path().equals(path) && frame.event().equals("line"));
        }
        follow(path + "?replay_limit=1", LAST, first);
    }

    private static String log(String unit, String run) {
        return "/api/tasks/" + unit + "/runs/" + run + "/log/stream";
    }

    private Told await(Predicate<Told> wanted) throws InterruptedException {
        while (true) {
            Told next = told.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertNotNull(next, () -> "not within " + LONG_ENOUGH + ", and there is still " + exchanges.unseen());
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    private void follow(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(daemon.address() + path))
            .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<Stream<String>> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode(), path);
        int query = path.indexOf('?');
        String place = query < 0 ? path : path.substring(0, query);
        Thread.ofVirtual().start(() -> read(place, answer.body()));
    }

    private void read(String path, Stream<String> lines) {
        try (lines) {
            lines.forEach(new Reading(path, exchanges.frames(exchanges.operation(path), faults::add)));
        } catch (RuntimeException e) {
            // The test is over, or the stream was cut: then something is missing.
        }
    }

    private final class Reading implements Consumer<String> {

        private final String path;
        private final Frames frames;
        private String id = "";
        private String event = "";

        Reading(String path, Frames frames) {
            this.path = path;
            this.frames = frames;
        }

        @Override
        public void accept(String line) {
            frames.line(line);
            if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                told.add(new Told(path, id, event, line));
            } else {
                // A sign of life, or the end of a frame.
            }
        }
    }
}
