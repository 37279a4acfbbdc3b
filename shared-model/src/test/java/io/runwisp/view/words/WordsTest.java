package io.runwisp.view.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.model.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTest {

    private static final Now NOW = new Now(Instant.parse("2026-11-26T02:20:00Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({"0,0 ms", "-5,0 ms", "933,933 ms", "1000,1.0 s", "4260,4.2 s", "9999,9.9 s", "10000,10 s", "59999,59 s",
            "60000,1 m", "252000,4 m 12 s", "3600000,1 h", "3900000,1 h 5 m", "86400000,1 d", "273600000,3 d 4 h"})
    void aLengthHasTheTwoUnitsThatMatter(long millis, String text) {
        assertEquals(text, Spans.text(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"0m,less than a minute", "5m,5 m", "3d 4h 5m,3 d 4 h 5 m"})
    void aDaemonThatHasJustStartedIsNotUpForNothing(String told, String text) {
        assertEquals(text, Spans.up(told));
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "1023,1023 B", "1024,1.0 KB", "10240,10 KB", "1048575,1023 KB", "5033164,4.7 MB",
            "1152921504606846976,1.0 EB"})
    void aSizeIsShort(long bytes, String text) {
        assertEquals(text, Spans.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26T02:19:59Z,just now", "2026-11-26T02:19:30Z,30 s ago", "2026-11-26T02:08:00Z,12 min ago",
            "2026-11-26T05:21:00Z,in 3 h", "2026-11-24T03:20:00Z,47 h ago", "2026-11-01T02:20:00Z,25 days ago"})
    void howFarAwaySomethingIsIsToldInOneUnit(Instant instant, String text) {
        assertEquals(text, Times.away(instant, NOW));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26T02:15:00Z,03:15", "2026-11-25T23:30:00Z,00:30", "2026-11-25T22:30:00Z,yesterday 23:30",
            "2026-11-27T02:15:00Z,tomorrow 03:15", "2026-11-28T02:15:00Z,Sat 28 Nov 03:15",
            "2025-11-28T02:15:00Z,28 Nov 2025 03:15", "2026-10-25T00:30:00Z,Sun 25 Oct 02:30"})
    void whenSomethingIsIsToldByTheClockOfWhoeverLooks(Instant instant, String text) {
        assertEquals(text, Times.clock(instant, NOW));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26T02:15:00Z,03:15", "2026-11-26T02:15:05Z,03:15:05",
            "2026-11-27T02:15:30.5Z,tomorrow 03:15:30"})
    void aSlotWithinAMinuteHasItsSeconds(Instant slot, String text) {
        assertEquals(text, Times.slot(slot, NOW));
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyEndHasAMarkAWordAndAnExplanation(EndReason reason) {
        Verdict verdict = Verdict.of(reason);
        assertEquals(verdict.failure(), verdict.tone() == Tone.BAD || reason == EndReason.MISSED);
        assertEquals('.', verdict.says().charAt(verdict.says().length() - 1));
    }

    @Test
    void instantsInWhatADaemonSaysAreToldByTheClockOfWhoeverLooks() {
        Now now = new Now(Instant.parse("2026-11-26T10:00:00Z"), ZoneId.of("Europe/Vienna"));
        assertEquals("paused since 09:15, and before since yesterday 23:00", Times.told(
                "paused since 2026-11-26T08:15:46.924Z, and before since 2026-11-25T22:00:00Z", now));
    }
}
