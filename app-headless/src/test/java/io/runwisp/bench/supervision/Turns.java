package io.runwisp.bench.supervision;

import io.runwisp.bench.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Contenders one after the other; one that fails does not take the figures of the others with it, but is told of. */
final class Turns {

    private Turns() {
    }

    static List<Contender> withTheLoop() {
        return Stream.concat(Stream.of(new BareLoop()), Contender.SUPERVISORS.stream()).toList();
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
