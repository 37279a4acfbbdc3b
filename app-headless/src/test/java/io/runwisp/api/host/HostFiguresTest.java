package io.runwisp.api.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.RunJournalState;
import io.runwisp.time.ClockWatch;
import io.runwisp.time.VirtualWallClock;
import io.runwisp.wire.daemon.MetricsSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFiguresTest {

    private static final String STAT = """
        cpu  100 10 40 800 50 0 5 5 60 3
        cpu0 100 10 40 800 50 0 5 5 60 3
        intr 1 2 3
        """;
    private static final String MEMINFO = """
        MemTotal:        4000 kB
        MemFree:          100 kB
        MemAvailable:    3000 kB
        """;

    @TempDir
    private Path proc = Path.of("");

    private final VirtualWallClock clock = new VirtualWallClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Deque<Runnable> wound = new ArrayDeque<>();
    private final List<MetricsSample> told = new ArrayList<>();

    @Test
    void theCountersOfLinuxAreReadAndGuestsCountOnce() throws IOException {
        Files.writeString(proc.resolve("stat"), STAT);
        Files.writeString(proc.resolve("meminfo"), MEMINFO);
        assertEquals(new HostReading(160, 1010, 1_024_000, 4_096_000), new ProcFiles(proc).get());
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'cpu\n', 'MemTotal: kB\n'", "'cpu  x y\n', 'MemTotal:'", "'intr 5\n', nothing"})
    void whatCannotBeReadIsZero(String stat, String meminfo) throws IOException {
        Files.writeString(proc.resolve("stat"), stat);
        Files.writeString(proc.resolve("meminfo"), meminfo);
        assertEquals(new HostReading(0, 0, 0, 0), new ProcFiles(proc).get());
        assertEquals(new HostReading(0, 0, 0, 0), new ProcFiles(proc.resolve("none")).get());
    }

    @Test
    void thisMachineHasFigures() {
        HostReading reading = new ProcFiles().get();
        assertTrue(reading.allTicks() >= reading.busyTicks() && reading.busyTicks() > 0, reading.toString());
        assertTrue(reading.memoryTotal() > reading.memoryUsed() && reading.memoryUsed() > 0, reading.toString());
    }

    @Test
    void percentsHaveOneDecimalAndStayWithinAHundred() {
        HostReading before = new HostReading(100, 1000, 1, 3);
        assertEquals(33.3, new HostReading(200, 1300, 0, 1).cpuSince(before));
        assertEquals(0, before.cpuSince(before));
        assertEquals(0, new HostReading(50, 1100, 0, 1).cpuSince(before));
        assertEquals(33.3, before.memory());
    }

    @Test
    void thirtyTwoSamplesAreKeptOldestFirstAndEachIsTold() {
        long[] busy = {0};
        HostSampler sampler = sampler(() -> new HostReading(busy[0], 100 * busy[0] / 50, 5, 10));
        sampler.start();
        for (int i = 1; i <= 40; i++) {
            busy[0] += 50;
            tick();
        }
        assertEquals(HostSampler.KEPT, sampler.history().size());
        assertEquals(told.subList(8, 40), sampler.history());
        assertEquals(new MetricsSample(clock.now().getEpochSecond(), 50, 50, 5, 10), sampler.latest());
    }

    @Test
    void whoeverAsksBeforeTheFirstSampleIsAnsweredFromTheBeginning() {
        long[] busy = {0};
        HostSampler sampler = sampler(() -> new HostReading(busy[0], 100, 5, 10));
        assertEquals(List.of(), sampler.history());
        assertEquals(0, sampler.latest().cpu());
    }

    @Test
    void aListenerThatThrowsDoesNotEndTheSamples() {
        HostSampler sampler = new HostSampler(() -> new HostReading(0, 0, 0, 0), clock, (_, wake) -> wound.add(wake),
                _ -> {
                    throw new IllegalStateException("deaf");
                });
        sampler.start();
        assertThrows(IllegalStateException.class, () -> wound.remove().run());
        assertEquals(1, wound.size());
        assertEquals(1, sampler.history().size());
    }

    @ParameterizedTest
    @CsvSource({"0, 0m", "59, 0m", "300, 5m", "14700, 4h 5m", "273900, 3d 4h 5m", "86400, 1d 0h 0m"})
    void theUptimeIsShort(long seconds, String text) {
        assertEquals(text, Uptime.text(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"30, ready, ''", "45, ready, ''", "46, ready, engine_stuck", "0, stalled, journal_stalled",
            "50, stalled, engine_stuck", "0, closed, stopping"})
    void healthIsALivelyEngineAndAJournalThatWrites(long silent, String journal, String code) {
        RunJournalState state = switch (journal) {
            case "stalled" -> new RunJournalState.Stalled("the disk is full");
            case "closed" -> new RunJournalState.Closed();
            default -> new RunJournalState.Ready();
        };
        Health health = new Health(() -> Duration.ofSeconds(silent), () -> state);
        assertEquals(code, health.problem().map(problem -> problem.code()).orElse(""));
        assertTrue(Health.PATIENCE.plus(ClockWatch.HEARTBEAT).toSeconds() == 45);
    }

    private HostSampler sampler(Supplier<HostReading> counters) {
        return new HostSampler(counters, clock, (delay, wake) -> {
            assertEquals(Duration.ofSeconds(5), delay);
            wound.add(wake);
        }, told::add);
    }

    private void tick() {
        clock.advance(Duration.ofSeconds(5));
        wound.remove().run();
    }
}
