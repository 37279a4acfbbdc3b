package io.runwisp.schedule.jitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.time.VirtualClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JitterGateTest {

    private static final Instant TWO = Instant.parse("2026-07-01T02:00:00Z");

    private final VirtualClocks clocks = new VirtualClocks(TWO);
    private final JitterGate gate = new JitterGate();

    @Test
    void aStartIsOnTimeWhenNothingJitteredRuns() {
        arrive("a", 600, 300);
        assertEquals("a", released());
        assertNull(gate.nextWake(clocks.read()));
    }

    @Test
    void oneAtATimeInTheOrderOfTheirPlaces() {
        arrive("c", 600, 600);
        arrive("a", 600, 300);
        arrive("b", 600, 0);
        assertEquals("b", released());
        clocks.advance(Duration.ofSeconds(10));
        assertEquals("", released());
        gate.ended("b", TWO);
        assertEquals("a", released());
        gate.ended("a", TWO);
        assertEquals("c", released());
    }

    @Test
    void ofOnePlaceTheNameDecides() {
        gate.arrive(new JitterArrival("b", TWO, seconds(600), seconds(300)), clocks.read());
        gate.arrive(new JitterArrival("a", TWO.minusSeconds(60), seconds(600), seconds(360)), clocks.read());
        assertEquals("a", released());
    }

    @Test
    void atItsPlaceItStartsWhateverRuns() {
        arrive("a", 600, 0);
        arrive("b", 600, 300);
        assertEquals("a", released());
        assertEquals(seconds(300), gate.nextWake(clocks.read()));
        clocks.advance(seconds(299));
        assertEquals("", released());
        clocks.advance(seconds(1));
        assertEquals("b", released());
    }

    @Test
    void aRunOlderThanItsOwnWindowDoesNotBlock() {
        arrive("a", 60, 0);
        assertEquals("a", released());
        arrive("b", 600, 600);
        assertEquals(seconds(60), gate.nextWake(clocks.read()));
        clocks.advance(seconds(60));
        assertEquals("b", released());
    }

    @Test
    void whatWasRefusedDoesNotBlock() {
        arrive("a", 600, 0);
        arrive("b", 600, 300);
        assertEquals("a", released());
        gate.refused("a", TWO);
        assertEquals("b", released());
    }

    @Test
    void whatIsStoppedWhileItIsHeldNeitherStartsNorBlocks() {
        arrive("a", 600, 0);
        arrive("b", 600, 100);
        arrive("c", 600, 200);
        assertEquals("a", released());
        gate.refused("b", TWO);
        gate.ended("a", TWO);
        assertEquals("c", released());
    }

    @Test
    void ofTwoRunsOfOneSlotTheEndOfOneLeavesTheOther() {
        arrive("a", 600, 0);
        assertEquals("a", released());
        arrive("a", 600, 300);
        clocks.advance(seconds(300));
        assertEquals("a", released());
        gate.ended("a", TWO);
        arrive("b", 600, 600);
        assertEquals("", released());
        gate.ended("a", TWO);
        assertEquals("b", released());
    }

    @Test
    void whoeverCameBeforeItsTurnGivesItsPlaceToTheOneWhoseTurnItWas() {
        arrive("b", 600, 300);
        assertEquals("b", released());
        arrive("a", 600, 0);
        assertEquals("", released());
        assertEquals(seconds(300), gate.nextWake(clocks.read()));
        clocks.advance(seconds(300));
        assertEquals("a", released());
    }

    @Test
    void aPlaceThatWasGivenAwayLiesWithinTheWindowOfWhoGotIt() {
        arrive("b", 600, 600);
        assertEquals("b", released());
        arrive("a", 100, 0);
        assertEquals(seconds(100), gate.nextWake(clocks.read()));
    }

    @Test
    void twoThatAreDueTogetherNeverStartTogether() {
        for (String name : List.of("a", "b", "c", "d")) {
            arrive(name, 600, 0);
        }
        assertEquals("a", released());
        clocks.advance(seconds(300));
        assertEquals("b", released());
        clocks.advance(seconds(100));
        assertEquals("c", released());
        clocks.advance(seconds(50));
        assertEquals("d", released());
    }

    @Test
    void comingOneByOneTheyDoNotStartTogetherEither() {
        arrive("a", 600, 0);
        assertEquals("a", released());
        arrive("b", 600, 0);
        assertEquals("", released());
    }

    @Test
    void aFiringThatComesLateHasNoMoreTimeThanOthers() {
        arrive("a", 600, 0);
        assertEquals("a", released());
        clocks.advance(seconds(250));
        arrive("b", 600, 300);
        assertEquals(seconds(50), gate.nextWake(clocks.read()));
    }

    @Test
    void aClockSetBackDoesNotKeepAStart() {
        arrive("a", 600, 0);
        arrive("b", 600, 300);
        released();
        clocks.step(Duration.ofHours(-2));
        clocks.advance(seconds(300));
        assertEquals("b", released());
    }

    @Test
    void aSleepDoesNotCarryAStartPastItsWindow() {
        arrive("a", 600, 0);
        arrive("b", 600, 300);
        released();
        clocks.sleep(seconds(700));
        assertEquals("b", released());
    }

    @Test
    void whatIsDroppedNeitherStartsNorBlocks() {
        arrive("a", 600, 0);
        arrive("b", 600, 100);
        arrive("c", 600, 200);
        assertEquals("a", released());
        assertEquals("b", tasks(gate.drop("b")));
        clocks.advance(seconds(200));
        assertEquals("c", released());
        arrive("d", 600, 400);
        assertEquals("d", tasks(gate.dropAll()));
        assertNull(gate.nextWake(clocks.read()));
    }

    @Test
    void aWakeIsDueAtOnceWhenTheGateStandsOpen() {
        arrive("a", 600, 0);
        assertEquals(Duration.ZERO, Objects.requireNonNull(gate.nextWake(clocks.read())));
    }

    @Test
    void aStartThatMayNotSlipHasNoBusinessHere() {
        assertThrows(IllegalArgumentException.class, () -> new JitterArrival("a", TWO, seconds(0), seconds(0)));
    }

    private void arrive(String task, int window, int offset) {
        gate.arrive(new JitterArrival(task, TWO, seconds(window), seconds(offset)), clocks.read());
    }

    private String released() {
        return tasks(gate.release(clocks.read()));
    }

    private static String tasks(List<JitterArrival> arrivals) {
        return String.join(" ", arrivals.stream().map(JitterArrival::task).toList());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
