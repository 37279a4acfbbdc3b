package io.runwisp.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualWallClockTest {

    private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");

    private final VirtualWallClock clock = new VirtualWallClock(START);

    @Test
    void standsStillUntilItIsMoved() {
        assertEquals(START, clock.now());
        assertEquals(START, clock.now());
    }

    @Test
    void timePassesAsToldInEitherDirection() {
        clock.advance(Duration.ofDays(7));
        assertEquals(Instant.parse("2026-11-27T15:00:00Z"), clock.now());
        clock.advance(Duration.ofHours(-1));
        assertEquals(Instant.parse("2026-11-27T14:00:00Z"), clock.now());
    }

    @Test
    void canBeSetAsAnAdministratorWould() {
        clock.set(Instant.EPOCH);
        assertEquals(Instant.EPOCH, clock.now());
    }
}
