package io.runwisp.web;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What browsers cost a daemon, at rest and while runs start and end. The browsers live in the same process, so that their reading is part of every figure. */
public final class DashboardBench implements Bench {

    private static final int TABS = 20;
    private static final int UNITS = 60;
    private static final int SECONDS = 8;
    private static final int RUNS_A_SECOND = 10;
    private static final TriggerRequest NOTHING = new TriggerRequest(Map.of());

    private final SystemMonotonicClock clock = new SystemMonotonicClock();

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String purpose() {
        return TABS + " tabs watch " + UNITS + " units at rest and at " + RUNS_A_SECOND
                + " runs a second, beside none; how soon they show a run";
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        StringBuilder toml = new StringBuilder("[daemon]\n");
        for (int i = 0; i < UNITS; i++) {
            toml.append("[tasks.t").append(i).append("]\ncron = \"0 3 * * *\"\nrun = \"true\"\n");
        }
        try (TestDaemon daemon = new TestDaemon(scratch, toml.toString());
                TestBrowser browser = new TestBrowser(daemon)) {
            for (int i = 0; i < 600; i++) {
                var _ = daemon.local().trigger("t" + i % UNITS, NOTHING, Duration.ofSeconds(20));
            }
            round(daemon, browser, figures, "nobody looks", 0, false);
            round(daemon, browser, figures, "1 tab", 1, false);
            round(daemon, browser, figures, TABS + " tabs that show the same", TABS, false);
            round(daemon, browser, figures, TABS + " tabs that show different units", TABS, true);
        }
    }

    private void round(TestDaemon daemon, TestBrowser browser, Figures figures, String who, int tabs,
            boolean different) throws Exception {
        List<DrainedStream> open = new ArrayList<>();
        for (int i = 0; i < tabs; i++) {
            DrainedStream tab = DrainedStream.open(browser, daemon.address());
            tab.put("shell", "{\"screen\":\"shell\",\"query\":{},\"patches\":true}");
            tab.put("main", different
                    ? "{\"screen\":\"unit\",\"query\":{\"name\":\"t" + i + "\"},\"patches\":true}"
                    : "{\"screen\":\"overview\",\"query\":{},\"patches\":true}");
            open.add(tab);
        }
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        long heap = heap();
        long cpu = cpu();
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        figures.beside(who + ": processor time at rest", Math.max(0.01, (cpu() - cpu) / 1e6 / 5), "ms/s");
        figures.beside(who + ": heap in use", heap / 1024.0 / 1024.0, "MiB");
        long bytes = open.stream().mapToLong(DrainedStream::bytes).sum();
        cpu = cpu();
        List<Double> soon = new ArrayList<>();
        long began = clock.nanos();
        for (int i = 0; i < SECONDS * RUNS_A_SECOND; i++) {
            long asked = clock.nanos();
            Run run = daemon.local().trigger("t" + i % UNITS, NOTHING, null);
            if (tabs > 0 && !different) {
                soon.add((open.getLast().await(run.id(), clock) - asked) / 1e6);
            }
            long due = began + Duration.ofSeconds(1).dividedBy(RUNS_A_SECOND).multipliedBy(i + 1L).toNanos();
            while (clock.nanos() < due) {
                LockSupport.parkNanos(due - clock.nanos());
            }
        }
        double seconds = (clock.nanos() - began) / 1e9;
        figures.beside(who + ": processor time at " + RUNS_A_SECOND + " runs a second", (cpu() - cpu) / 1e6 / seconds,
                "ms/s");
        if (tabs > 0) {
            figures.beside(who + ": sent", Math.max(0.1,
                    (open.stream().mapToLong(DrainedStream::bytes).sum() - bytes) / 1024.0 / seconds), "KiB/s");
        }
        if (!soon.isEmpty()) {
            double[] sorted = soon.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            figures.beside(who + ": from the request to the tab, median", sorted[sorted.length / 2], "ms");
            figures.beside(who + ": from the request to the tab, 90th percentile", sorted[sorted.length * 9 / 10],
                    "ms");
        }
        for (DrainedStream tab : open) {
            tab.close();
        }
    }

    private static long heap() {
        // The first frees what the second finds no more.
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
