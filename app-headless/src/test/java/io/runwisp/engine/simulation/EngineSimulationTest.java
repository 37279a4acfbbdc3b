package io.runwisp.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.runwisp.engine.simulation.EngineSimulation.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Worlds by the hundred in every build; by {@code -Dsimulation.worlds=100000} as many as one likes. */
class EngineSimulationTest {

    private static final long FIRST = Long.getLong("simulation.seed", 1);
    private static final int WORLDS = Integer.getInteger("simulation.worlds", 200);

    /** A world takes a tenth of a second of processor time; however many there are, they have a limit of their own. */
    @Test
    @Timeout(value = 7, unit = TimeUnit.DAYS)
    void everyWorldKeepsItsPromises() {
        List<Verdict> failures = assertTimeoutPreemptively(Duration.ofSeconds(120 + WORLDS),
                EngineSimulationTest::failures);
        assertEquals("", String.join("\n", failures.stream().map(Verdict::report).toList()));
    }

    private static List<Verdict> failures() {
        return LongStream.range(FIRST, FIRST + WORLDS)
            .parallel()
            .mapToObj(EngineSimulation::run)
            .filter(verdict -> verdict.check() != null)
            .limit(3)
            .toList();
    }

    @Test
    void theSameSeedGivesTheSameWorld() {
        Verdict once = EngineSimulation.run(4711);
        Verdict again = EngineSimulation.run(4711);
        assertEquals(once.happenings(), again.happenings());
        assertEquals(Objects.toString(once.check()), Objects.toString(again.check()));
    }
}
