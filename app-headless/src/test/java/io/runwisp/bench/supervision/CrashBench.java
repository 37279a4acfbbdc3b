package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many processes of ten services run after the supervisor was killed and started again, and for how long two generations run side by side. */
public final class CrashBench implements Bench {

    private static final int SERVICES = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration WATCHED = Duration.ofSeconds(15);
    private static final double MILLION = 1e6;
    private static final double MICROS_PER_MILLI = 1000;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String purpose() {
        return "processes of " + SERVICES
                + " services after kill -9 of the supervisor and its next start, beside supervisord and PM2";
    }

    @Override
    public List<Program> programs() {
        return Turns.programs();
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        figures.baseline("asked for", SERVICES, "processes");
        figures.baseline("time that is watched after the second start", (double) WATCHED.toMillis(), "ms");
        for (Contender contender : Turns.SUPERVISORS) {
            Turns.tried(figures, contender, () -> report(figures, contender, crash(contender,
                    Children.in(scratch.resolve(contender.name())))));
        }
    }

    /**
     * What was seen.
     *
     * @param again until ten of the new generation had started
     * @param twice how long more than ten processes were alive
     */
    private record Seen(double survivors, double running, double again, double twice) {
    }

    private static void report(Figures figures, Contender contender, Seen seen) {
        figures.add(contender.name() + ": alive after the kill", seen.survivors(), "processes");
        if (contender instanceof RunWisp) {
            figures.atMost(SERVICES, contender.name() + ": running after the next start", seen.running(), "processes");
            figures.atLeast(SERVICES, contender.name() + ": running after the next start", seen.running(), "processes");
            figures.atMost(0, contender.name() + ": two generations alive for", seen.twice(), "ms");
        } else {
            figures.add(contender.name() + ": running after the next start", seen.running(), "processes");
            figures.add(contender.name() + ": two generations alive for (all that was watched)", seen.twice(), "ms");
        }
        figures.add(contender.name() + ": from the next start to ten new processes", seen.again(), "ms");
    }

    private static Seen crash(Contender contender, Children children) throws IOException, InterruptedException {
        try (Family family = new Family()) {
            List<Service> services = new ArrayList<>();
            for (int i = 0; i < SERVICES; i++) {
                services.add(children.lasting("service" + i, 1, Duration.ZERO));
            }
            LinuxProcess first = contender.start(family, children.place(), services);
            children.started(first, SERVICES);
            first.kill();
            Wait.until("the supervisor is dead", PATIENCE, () -> !first.isAlive());
            Wait.pause(Duration.ofSeconds(1));
            double survivors = alive(children.marks());
            long second = Marks.now();
            LinuxProcess next = contender.start(family, children.place(), services);
            double twice = 0;
            long until = System.nanoTime() + WATCHED.toNanos();
            for (long now = System.nanoTime(); now < until;) {
                boolean more = alive(children.marks()) > SERVICES;
                Wait.pause(Duration.ofMillis(2));
                long later = System.nanoTime();
                twice += more ? (later - now) / MILLION : 0;
                now = later;
            }
            List<Marks.Mark> marks = children.started(next, 2 * SERVICES);
            return new Seen(survivors, alive(children.marks()),
                    (marks.get(2 * SERVICES - 1).micros() - second) / MICROS_PER_MILLI, twice);
        }
    }

    private static double alive(Marks marks) {
        return (double) marks.all().stream().filter(mark -> mark.process().isAlive()).count();
    }
}
