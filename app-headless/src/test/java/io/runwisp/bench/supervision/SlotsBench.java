package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How late a task starts: from the instant that is due to its process, which is promised, and to the first line of its script, which others have as well. */
public final class SlotsBench implements Bench {

    private static final Duration MEASURED = Duration.ofSeconds(130);
    private static final int DUE_AT_ONCE = 2;
    private static final int FIRST_LEFT_OUT = 4;
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    /** Its scripts start when those of RunWisp are through: nobody stands in the way of another. */
    private static final long LOOP_STARTS_AT = SECOND / 2;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double PROMISED_MILLIS = 10;
    private static final int HIGH = 99;

    @Override
    public String name() {
        return "slots";
    }

    @Override
    public String purpose() {
        return "time from a due instant to the process and to the first line of its script, two due each second, beside cron and a loop in bash";
    }

    @Override
    public List<Program> programs() {
        return List.of(Cron.PROGRAM, RunWisp.IMAGE);
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        Marks loop = Children.in(scratch.resolve("loop")).marks();
        Marks cron = Children.in(scratch.resolve("cron")).marks();
        Marks ours = Children.in(scratch.resolve("runwisp")).marks();
        try (Family family = new Family()) {
            family.start(scratch.resolve("loop"), Map.of(), List.of("bash", loop(scratch.resolve("loop"), loop)));
            try {
                Cron.start(family, scratch.resolve("cron"), cron.command(), DUE_AT_ONCE);
            } catch (NotMeasured e) {
                figures.missing("cron: " + e.getMessage());
            }
            LinuxProcess daemon = RunWisp.start(family, scratch.resolve("runwisp"), tasks(ours));
            Wait.pause(MEASURED);
            report(figures, "loop in bash", loop, SECOND, LOOP_STARTS_AT);
            report(figures, "cron", cron, MINUTE, 0);
            report(figures, "RunWisp", ours, SECOND, 0);
            recorded(figures, new RecordedRuns(RunWisp.data(scratch.resolve("runwisp")).resolve("runwisp.db")));
            if (!daemon.isAlive()) {
                figures.missing("RunWisp: the daemon ended; " + Files.readString(scratch
                    .resolve("runwisp/runwisp.out")));
            }
        }
    }

    private static String tasks(Marks marks) {
        StringBuilder text = new StringBuilder();
        for (int task = 0; task < DUE_AT_ONCE; task++) {
            text.append("""
                [tasks.each-second-%d]
                cron = "* * * * * *"
                shell = "/bin/bash"
                run = '''%s'''
                """.formatted(task, marks.command()));
        }
        return text.toString();
    }

    /** Sleeps until the middle of a second, then starts the command in a shell of its own. */
    private static String loop(Path place, Marks marks) throws IOException {
        Path child = place.resolve("child.sh");
        Files.writeString(child, marks.command() + "\n");
        Path script = place.resolve("loop.sh");
        Files.writeString(script, """
            while :; do
                micros=${EPOCHREALTIME#*[.,]}
                printf -v left '0.%%06d' $(((%2$d + 999999 - 10#$micros) %% 1000000))
                sleep "$left"
                bash '%1$s' &
                bash '%1$s'
                wait
            done
            """.formatted(child, LOOP_STARTS_AT));
        return script.toString();
    }

    private static void report(Figures figures, String who, Marks marks, long period, long startsAt) {
        List<Marks.Mark> all = marks.all();
        Samples late = new Samples();
        // The first ones pay for what is loaded once.
        int from = period == MINUTE ? 0 : FIRST_LEFT_OUT;
        for (int i = from; i < all.size(); i++) {
            late.add((all.get(i).micros() - startsAt) % period / MICROS_PER_MILLI);
        }
        if (late.count() == 0) {
            figures.missing(who + ": started nothing");
            return;
        }
        String label = who + ", first line of " + late.count() + " scripts: ";
        if (who.startsWith("loop")) {
            figures.baseline(label + "median", late.median(), "ms");
        } else {
            figures.add(label + "median", late.median(), "ms");
        }
        figures.add(label + "p" + HIGH, late.percentile(HIGH), "ms");
        figures.add(label + "most", late.max(), "ms");
    }

    private static void recorded(Figures figures, RecordedRuns runs) {
        Samples recorded = new Samples();
        Samples started = new Samples();
        runs.all().stream().filter(row -> row.ended() != null).skip(FIRST_LEFT_OUT).forEach(row -> {
            recorded.add(row.after(row.created()));
            started.add(row.after(row.started()));
        });
        if (recorded.count() > 0) {
            figures.add("RunWisp, its own rows: recorded, p" + HIGH, recorded.percentile(HIGH), "ms");
            figures.add("RunWisp, its own rows: process there, median", started.median(), "ms");
            figures.atMost(PROMISED_MILLIS, "RunWisp, its own rows: process there, p" + HIGH,
                    started.percentile(HIGH), "ms");
        }
    }
}
