package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long it takes from SIGTERM to the supervisor until it and all of its children are gone. */
public final class StopBench implements Bench {

    private static final int ROUNDS = 3;
    private static final int REPLICAS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double MILLION = 1e6;

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public String purpose() {
        return "time until a supervisor of " + REPLICAS
                + " replicas and all of them are gone after SIGTERM, beside supervisord, PM2 and SIGTERM to each by hand";
    }

    @Override
    public List<Program> programs() {
        return Turns.programs();
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        Map<String, Samples> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Children bare = Children.in(scratch.resolve("by-hand-" + round));
            try (Family family = new Family()) {
                Service lasting = bare.lasting("lasting", REPLICAS, Duration.ZERO);
                String all = "for ((i = 0; i < " + REPLICAS + "; i++)); do bash '" + lasting.script()
                        + "' & done; wait";
                Process shell = family.start(bare.place(), Map.of(), List.of("bash", "-c", all));
                bare.started(new LinuxProcess(shell.pid()), REPLICAS);
                Turns.samples(times, "SIGTERM to each by hand").add(gone(family, family.members()));
            }
            for (Contender contender : Turns.SUPERVISORS) {
                Path place = scratch.resolve(contender.name() + "-" + round);
                Children polite = Children.in(place.resolve("polite"));
                Children deaf = Children.in(place.resolve("deaf"));
                Turns.tried(figures, contender, () -> {
                    Service lasting = polite.lasting("lasting", REPLICAS, Duration.ZERO);
                    double heard = stopped(contender, polite, lasting);
                    Turns.samples(times, contender.name() + ": children that hear SIGTERM").add(heard);
                    double unheard = stopped(contender, deaf, deaf.stubborn(REPLICAS));
                    Turns.samples(times, contender.name() + ": children that do not, grace 1 s").add(unheard);
                });
            }
        }
        times.forEach((what, samples) -> {
            if (what.startsWith("SIGTERM")) {
                figures.baseline(what, samples.median(), "ms");
            } else {
                figures.add(what + ", median", samples.median(), "ms");
            }
        });
    }

    private static double stopped(Contender contender, Children children, Service service)
            throws java.io.IOException, InterruptedException {
        try (Family family = new Family()) {
            LinuxProcess daemon = contender.start(family, children.place(), List.of(service));
            children.started(daemon, REPLICAS);
            return gone(family, List.of(daemon));
        }
    }

    private static double gone(Family family, List<LinuxProcess> told) {
        long begin = System.nanoTime();
        told.forEach(LinuxProcess::terminate);
        Wait.until("all are gone after SIGTERM", PATIENCE, () -> family.members().isEmpty());
        return (System.nanoTime() - begin) / MILLION;
    }
}
