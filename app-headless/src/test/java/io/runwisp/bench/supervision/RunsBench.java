package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A thousand tasks that are due in one second. */
public final class RunsBench implements Bench {

    private static final int TASKS = 1000;
    private static final int BURSTS = 3;
    private static final int PERIOD = 30;
    private static final int SAID = 2000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MILLIS = 1000;
    private static final double MILLION = 1e6;
    private static final long MINUTE = 60_000_000;
    private static final double RECORDED_MILLIS = 200;
    private static final double STARTED_MILLIS = 3000;

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String purpose() {
        return "a thousand runs of `true` due in one second, each recorded in the journal, beside cron and a loop of `sh -c true`";
    }

    @Override
    public List<Program> programs() {
        return List.of(Cron.PROGRAM, RunWisp.IMAGE);
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        Samples loop = new Samples();
        for (int i = 0; i < BURSTS; i++) {
            loop.add(loop(Children.in(scratch.resolve("loop-" + i)).place()));
        }
        figures.baseline("`sh -c true` in a loop, nothing recorded", TASKS / (loop.median() / MILLIS), "runs/s");
        figures.baseline("the same, all done after", loop.median(), "ms");
        cron(figures, Children.in(scratch.resolve("cron")));
        ours(figures, Children.in(scratch.resolve("runwisp")).place());
    }

    private static double loop(Path place) throws Exception {
        try (Family family = new Family()) {
            long begin = System.nanoTime();
            family.start(place, Map.of(), List.of("sh", "-c",
                    "i=0; while [ $i -lt " + TASKS + " ]; do sh -c true; i=$((i + 1)); done"))
                .waitFor();
            return (System.nanoTime() - begin) / MILLION;
        }
    }

    private static void cron(Figures figures, Children children) throws Exception {
        try (Family family = new Family()) {
            Cron.start(family, children.place(), children.marks().command(), TASKS);
            List<Marks.Mark> all = children.marks().await(TASKS, PATIENCE);
            Samples late = new Samples();
            all.subList(0, TASKS).forEach(mark -> late.add(mark.micros() % MINUTE / MILLIS));
            figures.add("cron, scripts of one line: first started after", late.percentile(0), "ms");
            figures.add("cron, scripts of one line: last started after", late.max(), "ms");
            figures.add("cron, started in a second", TASKS / (late.max() / MILLIS), "runs/s");
        } catch (NotMeasured e) {
            figures.missing("cron: " + e.getMessage());
        }
    }

    private static void ours(Figures figures, Path place) throws Exception {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < TASKS; i++) {
            tasks.append("[tasks.task-%04d]%ncron = \"*/30 * * * * *\"%nrun = \"true\"%n".formatted(i));
        }
        try (Family family = new Family()) {
            LinuxProcess daemon = RunWisp.start(family, place, tasks.toString());
            RecordedRuns runs = new RecordedRuns(RunWisp.data(place).resolve("runwisp.db"));
            Bursts bursts = new Bursts();
            Wait.until("the daemon is ready", PATIENCE, () -> said(place).contains("ready") || !daemon.isAlive());
            double before = daemon.cpuMillis();
            for (int i = 1; i <= BURSTS; i++) {
                int wanted = i;
                Instant slot = Instant.ofEpochSecond((Instant.now().getEpochSecond() / PERIOD + 1) * PERIOD);
                Wait.pause(Duration.between(Instant.now(), slot));
                bursts.recorded.add(runs.committed(slot, TASKS, PATIENCE));
                Wait.until("the runs of " + slot + " have ended", PATIENCE, () -> {
                    Wait.pause(Duration.ofSeconds(1));
                    bursts.take(runs.all());
                    return bursts.whole.size() >= wanted;
                });
            }
            bursts.report(figures);
            figures.beside("RunWisp: processor time of the daemon for a run, of its children not counted",
                    Math.max(1, daemon.cpuMillis() - before) / (BURSTS * TASKS), "ms cpu");
        } catch (NotMeasured e) {
            String said = said(place);
            figures.missing("RunWisp: " + e.getMessage() + "; " + said.substring(Math.max(0, said.length() - SAID)));
        }
    }

    private static String said(Path place) {
        try {
            Path file = place.resolve("runwisp.out");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Slots of which each task has ended. */
    private static final class Bursts {

        private final Map<Instant, List<RecordedRuns.Row>> whole = new TreeMap<>();
        private final Samples recorded = new Samples();

        void take(List<RecordedRuns.Row> rows) {
            rows.stream()
                .filter(row -> row.ended() != null)
                .collect(Collectors.groupingBy(RecordedRuns.Row::slot))
                .forEach((slot, burst) -> {
                    if (burst.size() == TASKS) {
                        whole.put(slot, burst);
                    }
                });
        }

        /** Rows come as they were inserted. */
        private static boolean inOrder(List<RecordedRuns.Row> burst) {
            double before = 0;
            for (RecordedRuns.Row row : burst) {
                double started = row.after(row.started());
                if (started < before) {
                    return false;
                }
                before = started;
            }
            return true;
        }

        void report(Figures figures) {
            Samples started = new Samples();
            Samples done = new Samples();
            boolean inOrder = true;
            for (List<RecordedRuns.Row> burst : whole.values()) {
                started.add(burst.stream().mapToDouble(row -> row.after(row.started())).max().orElseThrow());
                done.add(burst.stream().mapToDouble(row -> row.after(row.ended())).max().orElseThrow());
                inOrder &= inOrder(burst);
            }
            figures.add("RunWisp: each with its rows on disk", TASKS / (done.median() / MILLIS), "runs/s");
            figures.atMost(RECORDED_MILLIS, "RunWisp: all recorded after, median", recorded.median(), "ms");
            figures.atMost(STARTED_MILLIS, "RunWisp: last started after, median", started.median(), "ms");
            figures.add("RunWisp: all done after, median", done.median(), "ms");
            if (!inOrder) {
                figures.missing("RunWisp: the runs did not start in the order of their rows");
            }
        }
    }
}
