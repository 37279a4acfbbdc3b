package io.runwisp.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.view.words.Now;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    /** Three in the morning in Vienna, where a clock shows an hour more. */
    private static final Now NIGHT = new Now(Instant.parse("2026-11-26T02:00:00Z"), ZoneId.of("Europe/Vienna"));

    @ParameterizedTest
    @CsvSource({
            "10m, 2026-11-26T01:50:00Z",
            "1d, 2026-11-25T02:00:00Z",
            "02:30, 2026-11-26T01:30:00Z",
            "03:00, 2026-11-26T02:00:00Z",
            "2026-11-20, 2026-11-19T23:00:00Z",
            "2026-11-20 03:15, 2026-11-20T02:15:00Z",
            "2026-11-20T03:15:00Z, 2026-11-20T03:15:00Z"})
    void timesAreReadAsPeopleWriteThem(String written, Instant meant) {
        assertEquals(meant, Usage.time("--at", written, NIGHT));
    }

    /** At night, 23:30 is half past eleven of the evening before: nobody asks what has been printed since a time to come. */
    @Test
    void aTimeOfDayIsTheLastTimeThatItWasSoLate() {
        assertEquals(Instant.parse("2026-11-25T22:30:00Z"), Usage.time("--since", "23:30", NIGHT));
    }

    @Test
    void whatIsNoTimeIsNotGuessed() {
        assertThrows(Usage.Wrong.class, () -> Usage.time("--since", "teatime", NIGHT));
        assertThrows(Usage.Wrong.class, () -> Usage.time("--since", "25:00", NIGHT));
    }
}
