package io.runwisp.api.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.host.HostSampler;
import io.runwisp.api.host.OwnProcess;
import io.runwisp.api.host.ProcFiles;
import io.runwisp.api.host.Uptime;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.DeleteRun;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.store.RunStore;
import io.runwisp.store.SoundStore;
import io.runwisp.store.StoreException;
import io.runwisp.time.SystemWallClock;
import io.runwisp.time.VirtualMonotonicClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of figures, held against the standard and against time. */
class MetricsTest {

    private static final String CONFIG = "[tasks.backup]\nrun = 'x'\n[services.\"api:1\"]\nrun = 'x'\n";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private final SampleRuns runs = new SampleRuns();
    private final VirtualMonotonicClock clock = new VirtualMonotonicClock(5);
    private SoundStore sound;

    @BeforeEach
    void openStore() {
        sound = new SoundStore(directory);
    }

    @AfterEach
    void closeStore() {
        sound.close();
    }

    @Test
    void anUntouchedDaemonHasAPageThatTheStandardAllows() {
        Map<String, BigDecimal> samples = samples(CONFIG);
        assertEquals(BigDecimal.ZERO, samples.get("runwisp_runs_total{status=\"failed\"}"));
        assertEquals(BigDecimal.ZERO, samples.get("runwisp_task_active_runs{task=\"api:1\",kind=\"service\"}"));
        assertEquals(BigDecimal.ONE, samples.get("runwisp_build_info{version=\"1 \\\"x\\\"\\\\\\n\"}"));
        assertFalse(samples.containsKey("runwisp_runs_last_failure_timestamp_seconds"));
        assertTrue(figure(samples, "process_resident_memory_bytes").longValue() > 1_000_000);
        assertTrue(figure(samples, "runwisp_daemon_memory_total_bytes").longValue() > 1_000_000);
    }

    @Test
    void everyEndIsCountedOnceByReasonAndDuration() {
        save(ended("backup", EndReason.SUCCESS, 100), ended("backup", EndReason.SUCCESS, 101),
                ended("backup", EndReason.TIMEOUT, 43_200_001), ended("gone", EndReason.CRASHED, 1000),
                runs.pending("backup").withEnd(RunEnd.without(NOON, EndReason.MISSED, true)),
                runs.pending("backup").withEnd(RunEnd.without(NOON, EndReason.SKIPPED, false)));
        Run twice = ended("backup", EndReason.FAILED, 60_000);
        save(twice, twice.withMessage("again"), twice.withNextRetryAt(NOON), runs.running("api:1"));
        Map<String, BigDecimal> samples = samples(CONFIG);
        assertEquals("2 3 1 1", List.of("success", "failed", "missed", "other")
            .stream()
            .map(status -> figure(samples, "runwisp_runs_total{status=\"" + status + "\"}").toString())
            .collect(Collectors.joining(" ")));
        assertEquals("1 2 2 3 3 3 3 3 4", List
            .of("0.1", "1.0", "10.0", "60.0", "300.0", "1800.0", "7200.0", "43200.0", "+Inf")
            .stream()
            .map(le -> figure(samples,
                    "runwisp_task_run_duration_seconds_bucket{task=\"backup\",kind=\"task\",le=\"" + le + "\"}")
                .toString())
            .collect(Collectors.joining(" ")));
        assertEquals(new BigDecimal("43260.202"),
                samples.get("runwisp_task_run_duration_seconds_sum{task=\"backup\",kind=\"task\"}"));
        assertEquals(BigDecimal.ONE, samples.get("runwisp_task_active_runs{task=\"api:1\",kind=\"service\"}"));
        assertEquals(BigDecimal.ONE,
                samples.get("runwisp_task_runs_total{task=\"backup\",kind=\"task\",end_reason=\"missed\"}"));
        assertEquals(new BigDecimal(NOON.getEpochSecond()), samples.get("runwisp_runs_last_failure_timestamp_seconds"));
    }

    @Test
    void noCounterShrinksByRetentionDeletionRestartOrReload() {
        List<Run> all = new ArrayList<>();
        for (EndReason reason : EndReason.values()) {
            for (int i = 1; i < 4; i++) {
                all.add(ended(i == 1 ? "gone" : "backup", reason, 770L * i * i * i * i));
            }
        }
        save(all.toArray(Run[]::new));
        Map<String, BigDecimal> last = samples(CONFIG);
        last = grown(last, samples(CONFIG));
        for (Run run : all.subList(0, 20)) {
            save(run.withDeletedAt(NOON));
        }
        last = grown(last, samples(CONFIG));
        all.forEach(run -> Receipts.of(store().journal(), new DeleteRun(run.id())).sequences());
        last = grown(last, samples(CONFIG));
        closeStore();
        openStore();
        last = grown(last, samples(CONFIG));
        save(ended("backup", EndReason.SUCCESS, 1));
        Map<String, BigDecimal> more = grown(last, samples(CONFIG));
        assertEquals(figure(last, "runwisp_runs_total{status=\"success\"}").add(BigDecimal.ONE),
                more.get("runwisp_runs_total{status=\"success\"}"));
        Map<String, BigDecimal> without = samples("[tasks.other]\nrun = 'x'\n");
        assertEquals(more.get("runwisp_runs_total{status=\"success\"}"),
                without.get("runwisp_runs_total{status=\"success\"}"));
    }

    @Test
    void thePageHasABoundWhateverTheConfiguration() {
        String many = IntStream.range(0, 700)
            .mapToObj(i -> String.format("[tasks.t%04d]\nrun = 'x'\n", i))
            .collect(Collectors.joining());
        Map<String, BigDecimal> samples = samples(many);
        assertEquals(RunFigures.MOST_UNITS,
                samples.keySet().stream().filter(name -> name.startsWith("runwisp_task_active_runs")).count());
    }

    @Test
    void thePageIsMadeOnceASecondAtMost() {
        MetricsPage page = page(Loading.in(directory).valid(CONFIG));
        String first = page.text();
        save(ended("backup", EndReason.SUCCESS, 1));
        clock.advance(Duration.ofMillis(999));
        assertEquals(first, page.text());
        clock.advance(Duration.ofMillis(1));
        assertFalse(first.equals(page.text()));
    }

    @Test
    void aDatabaseThatCannotBeReadGivesNoPage() {
        MetricsPage page = page(Loading.in(directory).valid(CONFIG));
        store().close();
        assertThrows(StoreException.class, page::text);
    }

    private static Map<String, BigDecimal> grown(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        before.forEach((name, value) -> {
            if (name.matches(".*_(total|bucket|count|sum)(\\{.*|$)") && !name.startsWith("runwisp_daemon")) {
                BigDecimal now = after.get(name);
                assertTrue(now != null && now.compareTo(value) >= 0, name + " was " + value + " and is " + now);
            }
        });
        return after;
    }

    private Map<String, BigDecimal> samples(String config) {
        Map<String, BigDecimal> samples = new LinkedHashMap<>();
        StrictReader.read(page(Loading.in(directory).valid(config)).text())
            .values()
            .forEach(family -> samples.putAll(family.samples()));
        return samples;
    }

    private static BigDecimal figure(Map<String, BigDecimal> samples, String name) {
        return Objects.requireNonNull(samples.get(name), name);
    }

    private MetricsPage page(Config config) {
        HostSampler sampler = new HostSampler(new ProcFiles(), new SystemWallClock(), (_, _) -> {
        }, _ -> {
        });
        return new MetricsPage(new MetricsPage.Sources("1 \"x\"\\\n", () -> config, store().totals(), store().notices(),
                store().journal(), sampler, new OwnProcess(), new Uptime(clock, 0), () -> Duration.ofSeconds(3),
                () -> 0,
                () -> 2), clock);
    }

    private Run ended(String unit, EndReason reason, long millis) {
        return runs.running(unit)
            .withEnd(new RunEnd(NOON, reason, 1, true, Duration.ofMillis(millis), null));
    }

    private void save(Run... saved) {
        for (Run run : saved) {
            Receipts.of(store().journal(), new SaveRun(run)).sequences();
        }
    }

    private RunStore store() {
        return sound.store();
    }
}
