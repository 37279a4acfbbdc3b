package io.runwisp.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every set of clocks keeps to, the machine's and those of a simulation. */
abstract class ClocksContract {

    /** The clocks under test. */
    abstract Clocks clocks();

    /** Lets at least this much time pass, or finds that it has. */
    abstract void pass(Duration duration);

    @Test
    void timeThatPassesShowsOnEveryClock() {
        ClockReading before = clocks().read();
        pass(Duration.ofMillis(30));
        ClockReading after = clocks().read();
        assertTrue(after.since(before.nanos()).compareTo(Duration.ofMillis(30)) >= 0, after + " after " + before);
        assertTrue(after.wall().isAfter(before.wall()), after + " after " + before);
        Duration sinceBoot = after.sinceBoot();
        Duration earlier = before.sinceBoot();
        assertEquals(earlier == null, sinceBoot == null);
        if (sinceBoot != null && earlier != null) {
            // The kernel shows hundredths of a second.
            assertTrue(sinceBoot.minus(earlier).compareTo(Duration.ofMillis(20)) >= 0, after + " after " + before);
        }
    }

    @Test
    void theMonotonicClockNeverGoesBack() {
        long last = clocks().read().nanos();
        for (int i = 0; i < 1_000; i++) {
            long shown = clocks().read().nanos();
            assertTrue(shown >= last);
            last = shown;
        }
    }

    @Test
    void steadyClocksAreSeenAsSteady() {
        ClockWatch watch = new ClockWatch(clocks().read());
        pass(Duration.ofMillis(5));
        assertEquals(new ClockStep.Steady(), watch.read(clocks().read(), Duration.ZERO));
    }

    @Test
    void theWallClockShowsATimeThatPeopleKnow() {
        Instant shown = clocks().read().wall();
        assertFalse(shown.isBefore(Instant.parse("2020-01-01T00:00:00Z")), shown.toString());
    }
}
