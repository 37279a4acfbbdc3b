package io.runwisp.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClocksTest extends ClocksContract {

    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    private final VirtualClocks clocks = new VirtualClocks(START);

    @Override
    Clocks clocks() {
        return clocks;
    }

    @Override
    void pass(Duration duration) {
        clocks.advance(duration);
    }

    @Test
    void asleepTheMonotonicClockStandsStill() {
        clocks.sleep(Duration.ofHours(8));
        assertEquals(new ClockReading(START.plusSeconds(28_800), 0, Duration.ofHours(8)), clocks.read());
    }

    @Test
    void aStepMovesTheWallClockAlone() {
        clocks.step(Duration.ofHours(-1));
        assertEquals(new ClockReading(START.minusSeconds(3_600), 0, Duration.ZERO), clocks.read());
    }

    @Test
    void eachClockCanBeHandedOutAlone() {
        clocks.advance(Duration.ofSeconds(1));
        assertEquals(START.plusSeconds(1), clocks.wall().now());
        assertEquals(1_000_000_000, clocks.monotonic().nanos());
    }

    @Test
    void timeDoesNotGoBack() {
        assertThrows(IllegalArgumentException.class, () -> clocks.advance(Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> clocks.sleep(Duration.ofNanos(-1)));
    }
}
