package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How much later than configured a service runs again. All contenders are up together, and their children are killed in turn. */
public final class RestartsBench implements Bench {

    private static final int ROUNDS = 15;
    private static final int CRASHES = 20;
    private static final Duration CRASH_DELAY = Duration.ofMillis(200);
    private static final Duration LONG_DELAY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE_MILLIS = 400;
    private static final double PROMISED_MILLIS = 30;
    private static final int HIGH = 95;
    private static final double MICROS_PER_MILLI = 1000;

    private final Random random = new Random(1);

    @Override
    public String name() {
        return "restarts";
    }

    @Override
    public String purpose() {
        return "time over the configured delay until a killed or crashing service runs again, beside supervisord, PM2 and a loop in bash";
    }

    @Override
    public List<Program> programs() {
        return Turns.programs();
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        killed(scratch.resolve("killed"), Duration.ZERO, figures);
        killed(scratch.resolve("killed-delayed"), LONG_DELAY, figures);
        crashing(scratch.resolve("crashing"), figures);
    }

    private void killed(Path scratch, Duration delay, Figures figures) throws Exception {
        try (Family family = new Family()) {
            Map<Contender, Marks> up = new LinkedHashMap<>();
            Map<Contender, Samples> over = new LinkedHashMap<>();
            for (Contender contender : Turns.withTheLoop()) {
                if (!delay.isZero() && !contender.hasDelay()) {
                    continue;
                }
                Children children = Children.in(scratch.resolve(contender.name().replace(' ', '-')));
                Turns.tried(figures, contender, () -> {
                    Service lasting = children.lasting("lasting", 1, delay);
                    children.started(contender.start(family, children.place(), List.of(lasting)), 1);
                    up.put(contender, children.marks());
                    over.put(contender, new Samples());
                });
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<Contender, Marks> one : up.entrySet()) {
                    Wait.pause(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
                    Turns.samples(over, one.getKey()).add(kill(one.getValue()) - delay.toMillis());
                }
            }
            report(figures, "killed, delay " + delay.toMillis() + " ms", over);
        }
    }

    private static double kill(Marks marks) {
        List<Marks.Mark> before = marks.all();
        long begin = Marks.now();
        before.getLast().process().kill();
        return (marks.await(before.size() + 1, PATIENCE).get(before.size()).micros() - begin) / MICROS_PER_MILLI;
    }

    private static void crashing(Path scratch, Figures figures) throws Exception {
        try (Family family = new Family()) {
            Map<Contender, Samples> over = new LinkedHashMap<>();
            for (Contender contender : Turns.withTheLoop()) {
                Children children = Children.in(scratch.resolve(contender.name().replace(' ', '-')));
                Turns.tried(figures, contender, () -> {
                    Service crashing = children.crashing(CRASH_DELAY);
                    LinuxProcess supervisor = contender.start(family, children.place(), List.of(crashing));
                    List<Marks.Mark> marks = children.started(supervisor, CRASHES + 1);
                    family.end();
                    Samples samples = new Samples();
                    for (int i = 1; i < marks.size(); i++) {
                        long gap = marks.get(i).micros() - marks.get(i - 1).micros();
                        samples.add(gap / MICROS_PER_MILLI - (contender.hasDelay() ? CRASH_DELAY.toMillis() : 0));
                    }
                    over.put(contender, samples);
                });
                family.end();
            }
            report(figures, "exits at once, delay " + CRASH_DELAY.toMillis() + " ms", over);
        }
    }

    private static void report(Figures figures, String what, Map<Contender, Samples> over) {
        over.forEach((contender, samples) -> {
            String label = contender.name() + ": " + (contender.hasDelay() ? what : what.replaceFirst(",.*", ""));
            if (contender instanceof BareLoop) {
                figures.beside(label + ", median", samples.median(), "ms");
            } else if (contender instanceof RunWisp) {
                figures.atMost(PROMISED_MILLIS, label + ", median", samples.median(), "ms");
            } else {
                figures.add(label + ", median", samples.median(), "ms");
            }
            figures.add(label + ", p" + HIGH, samples.percentile(HIGH), "ms");
        });
    }
}
