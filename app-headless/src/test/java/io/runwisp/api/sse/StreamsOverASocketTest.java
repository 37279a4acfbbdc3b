package io.runwisp.api.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.stream.LiveStage;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.VirtualMonotonicClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsOverASocketTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String LARGE = "x".repeat(4000);

    @TempDir
    Path directory;

    private final MonotonicClock real = new SystemMonotonicClock();
    private final BlockingQueue<Runnable> wound = new LinkedBlockingQueue<>();
    private LiveStage stage;

    @BeforeEach
    void open() {
        stage = new LiveStage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anEventStreamBeginsAtOnceAndGoesOnBehindTheLastId() throws IOException {
        stage.event("run.created", "{\"a\":1}");
        try (StreamSocket server = serve(real, null)) {
            try (Socket client = server.ask("/events")) {
                BufferedReader in = body(client);
                assertEquals(List.of("id: 1", "", "event: ping", "data: {}", ""), lines(in, 5));
                stage.event("run.started", "{\"a\":2}");
                stage.parts().hub().announce("system", "{\"b\":3}");
                assertEquals(List.of("id: 2", "event: run.started", "data: {\"a\":2}", "", "event: system",
                        "data: {\"b\":3}", ""), lines(in, 7));
            }
            try (Socket client = server.ask("/events", "Last-Event-ID: 0")) {
                assertEquals(List.of("id: 0", "", "event: ping", "data: {}", "", "id: 1", "event: run.created"),
                        lines(body(client), 7));
            }
            try (Socket client = server.ask("/runs?lastEventId=1")) {
                assertEquals("id: 2", lines(body(client), 6).getLast());
            }
        }
    }

    @Test
    void aLogIsStreamedFromLineZeroWithItsIdToItsEnd() throws IOException {
        LiveStage.Life run = stage.run("backup", 0).start(0).print("a", "b");
        run.finishLog().end();
        try (StreamSocket server = serve(real, null);
                Socket client = server.ask("/log/backup/" + run.id() + "?from=0")) {
            List<String> told = rest(body(client));
            long ts = stage.clock.now().toEpochMilli();
            assertEquals(List.of(": ping", "", "id: 0", "event: line",
                    "data: {\"n\":0,\"ts\":" + ts + ",\"stream\":\"stdout\",\"text\":\"a\"}", "", "id: 1",
                    "event: line",
                    "data: {\"n\":1,\"ts\":" + ts + ",\"stream\":\"stdout\",\"text\":\"b\"}", "", "event: done",
                    "data: {\"final_line\":1,\"status\":\"ended\"}", ""), told);
        }
    }

    @Test
    void aStreamEndsWithItsSession() throws IOException {
        try (StreamSocket server = serve(real, Duration.ofMillis(100)); Socket client = server.ask("/events")) {
            assertEquals(5, rest(body(client)).size());
        }
    }

    @Test
    void allStreamsEndWhenTheDaemonDoes() throws IOException {
        try (StreamSocket server = serve(real, null);
                Socket reader = server.ask("/events");
                Socket lines = server.ask("/daemon")) {
            lines(body(reader), 5);
            lines(body(lines), 2);
            server.room.close();
            assertEquals(0, server.room.size());
        }
    }

    @Test
    void whoReadsTooSlowlyIsToldThatEventsAreMissingAndThenTheStreamEnds() throws IOException {
        try (StreamSocket server = serve(real, null); Socket client = server.ask("/events")) {
            BufferedReader in = body(client);
            lines(in, 5);
            for (int i = 0; i < 10_000; i++) {
                stage.parts().hub().announce("run.updated", "{\"n\":\"" + LARGE + "\"}");
            }
            List<String> told = rest(in);
            assertTrue(told.contains("event: resync"), "10,000 events fit into no buffer: " + told.size());
            assertEquals("event: resync", told.get(told.size() - 3));
        }
    }

    /** The attack: a client that opens a stream, and never reads. */
    @ParameterizedTest
    @ValueSource(strings = {"/events", "/runs", "/notifications", "/daemon", "/log/backup/RUN?from=0", "/log/backup"})
    void whoNeverReadsIsCutOffAndCostsNobodyAnything(String target) throws IOException {
        VirtualMonotonicClock clock = new VirtualMonotonicClock(0);
        stage.unit("backup");
        LiveStage.Life run = stage.run("backup", 0).start(0);
        long began = real.nanos();
        try (StreamSocket server = serve(clock, null);
                Socket silent = server.ask(target.replace("RUN", run.id()))) {
            assertFalse(silent.isClosed());
            await(() -> server.room.size() == 1);
            await(() -> {
                for (int i = 0; i < 50; i++) {
                    run.print(LARGE);
                    stage.lines.add(LARGE);
                    stage.parts().hub().announce("run.updated", LARGE);
                    stage.parts().hub().announce("notification.created", LARGE);
                }
                clock.advance(Duration.ofMillis(50));
                Runnable look = wound.poll();
                if (look != null) {
                    look.run();
                }
                return server.room.size() == 0;
            });
        }
        assertTrue(real.nanos() - began < LONG_ENOUGH.toNanos());
    }

    private StreamSocket serve(MonotonicClock clock, @Nullable Duration session) throws IOException {
        return new StreamSocket(stage, clock, (_, look) -> wound.add(look), session);
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) {
        long until = real.nanos() + LONG_ENOUGH.toNanos();
        while (!condition.holds()) {
            assertTrue(real.nanos() < until, "it did not come about within " + LONG_ENOUGH);
            Thread.onSpinWait();
        }
    }

    /** Behind the headers. */
    private static BufferedReader body(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("HTTP/1.1 200 OK", in.readLine());
        assertEquals("", in.readLine());
        return in;
    }

    private static List<String> lines(BufferedReader in, int count) {
        return IntStream.range(0, count).mapToObj(_ -> line(in)).toList();
    }

    private static List<String> rest(BufferedReader in) {
        List<String> all = new ArrayList<>();
        for (String line = line(in); !line.equals("END"); line = line(in)) {
            all.add(line);
        }
        return all;
    }

    private static String line(BufferedReader in) {
        try {
            String line = in.readLine();
            return line == null ? "END" : line;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
