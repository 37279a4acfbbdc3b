package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a quiet supervisor takes, and how long it takes to start its children. */
public final class FootprintBench implements Bench {

    private static final int[] REPLICAS = {0, 10, 64};
    private static final int STARTS = 3;
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final double KIB_PER_MIB = 1024;
    private static final double MICROS_PER_MILLI = 1000;

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public String purpose() {
        return "memory, threads and processor time of a quiet supervisor of 0, 10 and 64 replicas and its start, beside supervisord and PM2";
    }

    @Override
    public List<Program> programs() {
        return Turns.programs();
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        for (int replicas : REPLICAS) {
            Map<Contender, Samples> starts = new LinkedHashMap<>();
            Map<Contender, Quiet> quiet = new LinkedHashMap<>();
            for (int round = 0; round < STARTS; round++) {
                boolean last = round == STARTS - 1;
                for (Contender contender : Turns.SUPERVISORS) {
                    Path place = scratch.resolve(contender.name() + "-" + replicas + "-" + round);
                    Turns.tried(figures, contender, () -> {
                        try (Family family = new Family()) {
                            Children children = Children.in(place);
                            long begin = Marks.now();
                            LinuxProcess daemon = contender.start(family, place, services(children, replicas));
                            if (replicas > 0) {
                                long end = children.started(daemon, replicas).getLast().micros();
                                Turns.samples(starts, contender).add((end - begin) / MICROS_PER_MILLI);
                            }
                            if (last) {
                                quiet.put(contender, quiet(daemon));
                            }
                        }
                    });
                }
            }
            report(figures, replicas, starts, quiet);
        }
    }

    private static List<Service> services(Children children, int replicas) throws IOException {
        return replicas == 0 ? List.of() : List.of(children.lasting("lasting", replicas, Duration.ZERO));
    }

    private record Quiet(LinuxProcess.Memory memory, int threads, long cpuMillis) {
    }

    private static Quiet quiet(LinuxProcess daemon) {
        Wait.pause(SETTLE);
        long before = daemon.cpuMillis();
        Wait.pause(QUIET);
        if (!daemon.isAlive()) {
            throw new NotMeasured("the supervisor ended while nothing happened");
        }
        return new Quiet(daemon.memory(), daemon.threads(), daemon.cpuMillis() - before);
    }

    private static void report(Figures figures, int replicas, Map<Contender, Samples> starts,
            Map<Contender, Quiet> quiet) {
        quiet.forEach((contender, one) -> {
            String who = contender.name() + ", " + replicas + " replicas: ";
            figures.beside(who + "resident", one.memory().resident() / KIB_PER_MIB, "MB");
            figures.add(who + "fair share (PSS)", one.memory().share() / KIB_PER_MIB, "MB");
            figures.add(who + "cannot be dropped (anonymous)", one.memory().anonymous() / KIB_PER_MIB, "MB");
            figures.beside(who + "threads", one.threads(), "threads");
            figures.beside(who + "processor time in 10 s", (double) Math.max(1, one.cpuMillis()), "ms cpu");
            if (starts.containsKey(contender)) {
                figures.beside(who + "started, median of " + STARTS, Turns.samples(starts, contender).median(),
                        "ms");
            }
        });
    }
}
