package io.runwisp.notify.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.notify.ping.Ping.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How monitors are told. */
class PingDeskTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory = Path.of("");

    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Config config() {
        return Loading.in(directory).valid("""
                [tasks.a]
                run = 'x'
                ping = 'https://hc.example/secret-a'
                [tasks.b]
                run = 'x'
                ping = 'https://hc.example/secret-b'
                """);
    }

    private PingDesk desk(Monitor monitor) {
        return new PingDesk(config(), monitor, line -> lines.add(line.text()), () -> {
        });
    }

    private Monitor.Answer take(URI address, String body) {
        posted.add(address.getPath() + (body.isEmpty() ? "" : " " + body));
        return new Monitor.Taken();
    }

    private static Ping ping(String unit, Signal signal, String body) {
        return new Ping(unit, signal, "run", NOON, body);
    }

    @ParameterizedTest
    @CsvSource({
            "https://hc.example/x, START, https://hc.example/x/start",
            "https://hc.example/x, SUCCESS, https://hc.example/x",
            "https://hc.example/x/, FAIL, https://hc.example/x/fail",
            "https://up.example/push/x?ping=1, START, https://up.example/push/x/start?ping=1"})
    void theWordStandsBehindThePath(String base, Signal signal, String address) {
        assertEquals(URI.create(address), PingDesk.address(base, signal));
    }

    @Test
    void thePingsOfAUnitComeInTheirOrder() throws InterruptedException {
        PingDesk desk = desk(this::take);
        desk.send(ping("a", Signal.START, ""));
        desk.send(ping("a", Signal.FAIL, "disk full"));
        desk.send(ping("a", Signal.START, ""));
        desk.send(ping("a", Signal.SUCCESS, ""));
        desk.close(LONG);
        assertEquals(List.of("/secret-a/start", "/secret-a/fail disk full", "/secret-a/start", "/secret-a"),
                List.copyOf(posted));
        assertEquals(List.of(), desk.waiting());
    }

    @Test
    void aDeadMonitorHoldsUpNobodyElseAndWhatItMissesWaits() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        PingDesk desk = desk((address, body) -> {
            if (address.getPath().startsWith("/secret-a")) {
                asked.countDown();
                return new Monitor.Silent("it could not be reached");
            }
            Monitor.Answer answer = take(address, body);
            taken.countDown();
            return answer;
        });
        desk.send(ping("a", Signal.START, ""));
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 1_000; i++) {
            desk.send(ping("a", Signal.FAIL, "n" + i));
        }
        desk.send(ping("b", Signal.SUCCESS, ""));
        assertTrue(taken.await(20, TimeUnit.SECONDS), "the other monitor is not held up");
        desk.close(Duration.ofMillis(1));
        List<Ping> kept = desk.waiting().stream().filter(ping -> ping.unit().equals("a")).toList();
        assertEquals(PingQueue.MOST_WAITING, kept.size(), "bounded");
        assertEquals("n999", kept.getLast().body(), "the newest stay");
        assertTrue(lines.stream().noneMatch(line -> line.contains("secret")), lines.toString());
        posted.clear();
        PingDesk next = desk(this::take);
        next.restore(kept, NOON.plusSeconds(60));
        next.close(LONG);
        assertEquals(PingQueue.MOST_WAITING, posted.size(), "the next life sends them");
    }

    /** Each of them has taken the whole time for itself. */
    @Test
    void allMonitorsTogetherHaveOneTimeToEnd() throws InterruptedException {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            units.append("[tasks.u")
                .append(i)
                .append("]\nrun = 'x'\nping = 'https://hc.example/")
                .append(i)
                .append("'\n");
        }
        PingDesk desk = new PingDesk(Loading.in(directory).valid(units.toString()),
                (_, _) -> new Monitor.Silent("it could not be reached"), line -> lines.add(line.text()), () -> {
                });
        for (int i = 0; i < 50; i++) {
            desk.send(ping("u" + i, Signal.SUCCESS, ""));
        }
        assertTimeout(Duration.ofSeconds(10), () -> desk.close(Duration.ofMillis(500)));
        assertEquals(50, desk.waiting().size());
    }

    @Test
    void whatIsOlderThanADayIsNotSentByTheNextLife() throws InterruptedException {
        PingDesk desk = desk(this::take);
        desk.restore(List.of(ping("a", Signal.SUCCESS, "")), NOON.plus(PingDesk.OLDEST));
        desk.close(LONG);
        assertEquals(List.of(), List.copyOf(posted));
    }

    @Test
    void whatAMonitorRefusesIsDroppedAndTheNextIsSent() throws InterruptedException {
        PingDesk desk = desk((address, body) -> address.getPath().endsWith("/start")
                ? new Monitor.Refused("it answered 404")
                : take(address, body));
        desk.send(ping("a", Signal.START, ""));
        desk.send(ping("a", Signal.SUCCESS, ""));
        desk.close(LONG);
        assertEquals(List.of("/secret-a"), List.copyOf(posted));
        assertEquals(List.of("the monitor of a does not take a ping, which is dropped: it answered 404"),
                List.copyOf(lines));
    }
}
