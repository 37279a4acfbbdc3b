package io.runwisp.bench.supervision;

import io.runwisp.bench.Bench.Program;
import io.runwisp.bench.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Contenders one after the other; one that fails does not take the figures of the others with it, but is told of. */
final class Turns {

    /** Those that are compared, the product last. */
    static final List<Contender> SUPERVISORS = List.of(new Supervisord(), new Pm2(), new RunWisp());

    private Turns() {
    }

    static List<Contender> withTheLoop() {
        return Stream.concat(Stream.of(new BareLoop()), SUPERVISORS.stream()).toList();
    }

    /** What has to be installed for all of them. */
    static List<Program> programs() {
        return SUPERVISORS.stream().flatMap(contender -> contender.programs().stream()).toList();
    }

    /** What a contender is asked for. */
    interface Step {
        void take() throws IOException, InterruptedException;
    }

    static void tried(Figures figures, Contender contender, Step step) throws InterruptedException {
        try {
            step.take();
        } catch (NotMeasured | IOException e) {
            figures.missing(contender.name() + ": " + e.getMessage());
        }
    }

    static <K> Samples samples(Map<K, Samples> all, K key) {
        return all.computeIfAbsent(key, missing -> new Samples());
    }
}
