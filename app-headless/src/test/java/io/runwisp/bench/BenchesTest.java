package io.runwisp.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BenchesTest {

    @Test
    void everyBenchIsFoundByItsName() {
        for (Bench bench : Benches.ALL) {
            assertTrue(bench.name().matches("[a-z]+"), bench.name());
            assertEquals(1, Benches.named(bench.name()).size(), bench.name());
            assertTrue(Benches.list().contains(bench.purpose()), bench.name());
        }
        assertEquals(Benches.ALL, Benches.named("all"));
        assertEquals(0, Benches.named("nothing like it").size());
    }

    @Test
    void aFigureStandsBesideTheBaselineOfItsUnit() {
        Figures figures = new Figures();
        assertThrows(IllegalStateException.class, () -> figures.add("early", 1, "rows/s"));
        figures.baseline("one by one", 200, "rows/s");
        figures.add("together", 5000, "rows/s");
        assertTrue(figures.table().contains("25x"), figures.table());
        assertTrue(figures.table().contains("baseline"), figures.table());
        assertTrue(figures.areKept());
    }

    @Test
    void aMissedPromiseIsMarked() {
        Figures figures = new Figures();
        figures.baseline("without", 900, "ms");
        figures.atMost(20, "with", 19, "ms");
        assertTrue(figures.areKept());
        figures.atMost(20, "with more", 21, "ms");
        assertFalse(figures.areKept());
        assertTrue(figures.table().contains("at most 20: MISSED"), figures.table());
    }
}
