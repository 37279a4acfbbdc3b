package io.runwisp.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWatchTest {

    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    /** Between two readings: how far each clock went, how late the wake was; what is told of it. */
    @ParameterizedTest(name = "wall {0}, monotonic {1}, since boot {2}, late {3}")
    @CsvSource(nullValues = "-", textBlock = """
            PT30S,    PT30S, PT30S, PT0S,  Steady[]
            PT90S,    PT30S, PT30S, PT0S,  Steady[]
            PT90.001S,PT30S, PT30S, PT0S,  Forward[size=PT1M0.001S]
            PT2H30S,  PT30S, PT30S, PT0S,  Forward[size=PT2H]
            PT2H30S,  PT30S, PT2H30S, PT0S, Suspended[size=PT2H]
            PT2H30S,  PT30S, -,     PT0S,  ForwardOrSuspended[size=PT2H]
            PT-30S,   PT30S, PT30S, PT0S,  Steady[]
            PT-30.001S, PT30S, PT30S, PT0S, Back[size=PT1M0.001S]
            PT-2H,    PT0S,  -,     PT0S,  Back[size=PT2H]
            PT5M,     PT5M,  PT5M,  PT60S, Steady[]
            PT5M,     PT5M,  PT5M,  PT4M30S, Suspended[size=PT4M30S]
            # asleep for an hour, and then set back by two: what matters for slots is that the clock is behind
            PT-59M-30S, PT30S, PT1H30S, PT0S, Back[size=PT1H]
            # asleep for two hours, after which the clock stands where it stood
            PT30S,    PT30S, PT2H30S, PT0S, Suspended[size=PT2H]
            """)
    void tellsWhatTheClocksDid(
            Duration wall, Duration monotonic, Duration sinceBoot, Duration late, String expected) {
        ClockReading first = new ClockReading(START, 1_000, sinceBoot == null ? null : Duration.ofDays(1));
        ClockReading second = new ClockReading(START.plus(wall), 1_000 + monotonic.toNanos(),
                sinceBoot == null ? null : Duration.ofDays(1).plus(sinceBoot));
        assertEquals(expected, new ClockWatch(first).read(second, late).toString());
    }

    @Test
    void aClockThatRunsFastForWeeksNeverJumps() {
        VirtualClocks clocks = new VirtualClocks(START);
        ClockWatch watch = new ClockWatch(clocks.read());
        for (int beat = 0; beat < 100_000; beat++) {
            clocks.advance(ClockWatch.HEARTBEAT);
            clocks.step(Duration.ofMillis(15));
            assertEquals(new ClockStep.Steady(), watch.read(clocks.read(), Duration.ZERO));
        }
    }

    @Test
    void aStepIsToldOnce() {
        VirtualClocks clocks = new VirtualClocks(START);
        ClockWatch watch = new ClockWatch(clocks.read());
        clocks.step(Duration.ofHours(1));
        assertEquals(new ClockStep.Forward(Duration.ofHours(1)), watch.read(clocks.read(), Duration.ZERO));
        assertEquals(new ClockStep.Steady(), watch.read(clocks.read(), Duration.ZERO));
        clocks.step(Duration.ofHours(-1));
        assertEquals(new ClockStep.Back(Duration.ofHours(1)), watch.read(clocks.read(), Duration.ZERO));
    }
}
