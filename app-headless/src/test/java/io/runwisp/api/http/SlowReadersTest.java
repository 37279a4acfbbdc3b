package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.sse.StreamRoom;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.time.SystemWallClock;
import io.runwisp.wire.run.TriggerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that open a stream and never read, on each stream of a daemon that has more to tell than buffers hold. */
@Tag("alone")
final class SlowReadersTest {

    private static final StreamRoom.Pace PACE = new StreamRoom.Pace(Duration.ofMillis(300), Duration.ofMillis(50));
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String EVENTS = "/api/events/stream?lastEventId=0";
    private static final String RUNS = "/api/runs/stream?lastEventId=0";
    private static final String BELL = "/api/notifications/stream?lastEventId=0";
    private static final String DAEMON = "/api/daemon/log-stream";
    private static final String LOG = "/api/tasks/printer/runs/RUN/log/stream?from=0";
    private static final String SERVICE = "/api/tasks/keeper/log/stream?replay_limit=50000";
    /** More than any request is answered with, and less than twice what the system is told to keep. */
    private static final int LEAST_HELD = 64 * 1024;
    private static final int MOST_HELD = 512 * 1024;
    private static final String LARGE = "x".repeat(4000);
    private static final String FULL = "full".repeat(25);
    private static final int MANY = 1500;
    private static final String CONFIG = """
        [tasks.%s]
        run = "exec sleep 600"
        on_overlap = "queue"
        max_queued = 0

        [[notification_route]]
        match = { kind = ["run.queue_full"] }
        notify = ["inapp"]

        [tasks.printer]
        run = "yes %s | head -n 2000"

        [services.keeper]
        run = "yes %s | head -n 2000; exec sleep 600"
        """.formatted(FULL, "p".repeat(1000), "k".repeat(1000));

    private static final TriggerRequest PLAIN = new TriggerRequest(Map.of());

    @TempDir
    private static Path folder = Path.of("");

    private static TestDaemon daemon;
    private static RawClient client;
    private static String bearer = "";
    private static String printed = "";

    @BeforeAll
    static void begin() throws IOException {
        daemon = new TestDaemon(folder, CONFIG, new SystemWallClock(), PACE);
        client = new RawClient(daemon.address());
        bearer = RawClient.bearer(client.login());
        printed = daemon.local().trigger("printer", PLAIN, LONG_ENOUGH).id();
        for (int i = 0; i <= MANY; i++) {
            daemon.local().trigger(FULL, PLAIN, null);
        }
    }

    @AfterAll
    static void end() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, RUNS, BELL, DAEMON, LOG, SERVICE})
    void whoNeverReadsIsCutOffAndItsPlaceIsFree(String path) throws IOException {
        try (Socket silent = open(path)) {
            until(() -> daemon.streams() == 1);
            until(() -> {
                say();
                return daemon.streams() == 0;
            });
            int held = drain(silent);
            assertTrue(held > LEAST_HELD && held < MOST_HELD, "so much was on its way: " + held);
        }
    }

    @Test
    void aHouseFullOfThemCostsABoundedAmountOfMemoryAndIsOpenAgainSoon() throws IOException {
        List<String> paths = List.of(EVENTS, RUNS, BELL, DAEMON, LOG, SERVICE);
        long before = heap();
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < StreamRoom.MOST; i++) {
                silent.add(open(paths.get(i % paths.size())));
            }
            say();
            long grown = heap() - before;
            assertTrue(grown < StreamRoom.MOST * 512L * 1024, "the heap has grown by " + grown);
            until(() -> {
                say();
                return daemon.streams() == 0;
            });
            open(RUNS).close();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private static void say() {
        for (int i = 0; i < 50; i++) {
            daemon.say(LARGE);
        }
    }

    private static Socket open(String path) throws IOException {
        return client.stream(path.replace("RUN", printed), bearer);
    }

    /** How much still comes before the end. */
    private static int drain(Socket socket) {
        int all = 0;
        byte[] piece = new byte[64 * 1024];
        try {
            for (int read = socket.getInputStream().read(piece); read >= 0; read = socket.getInputStream()
                .read(piece)) {
                all += read;
            }
        } catch (IOException e) {
            // It was cut off.
        }
        return all;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void until(BooleanSupplier condition) throws IOException {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            long began = System.nanoTime();
            String answer = client.get("/api/runs?limit=1", bearer);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(System.nanoTime() - began < AT_ONCE.toNanos(), "a good client had to wait");
            assertTrue(System.nanoTime() < until, "it did not come about within " + LONG_ENOUGH);
        }
    }
}
