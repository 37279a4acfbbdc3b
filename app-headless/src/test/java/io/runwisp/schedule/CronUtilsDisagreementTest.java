package io.runwisp.schedule;

import static io.runwisp.schedule.Timelines.dates;
import static io.runwisp.schedule.Timelines.day;
import static io.runwisp.schedule.Timelines.schedule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where cron-utils 9.2.1 answers wrongly by itself; each row was measured, and each is right here. */
class CronUtilsDisagreementTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 0 */2 * 1     | 2026-11-23T00:00, 2026-12-07T00:00, 2026-12-21T00:00, 2027-01-11T00:00
            0 0 1-7 * */3   | 2026-12-02T00:00, 2026-12-05T00:00, 2026-12-06T00:00, 2027-01-02T00:00
            0 0 * * sun-tue | 2026-11-22T00:00, 2026-11-23T00:00, 2026-11-24T00:00, 2026-11-29T00:00
            0 0 * * fri-sun | 2026-11-21T00:00, 2026-11-22T00:00, 2026-11-27T00:00, 2026-11-28T00:00
            """)
    void daysAreChosenAsVixieCronChoosesThem(String text, String expected) {
        List<String> wanted = List.of(expected.split(", "));
        assertEquals(wanted, dates(text, "UTC", Instant.parse("2026-11-20T12:00:00Z"), wanted.size()));
    }

    @ParameterizedTest(name = "{2} on {1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Australia/Lord_Howe | 2026-10-04 | 30 2 * * *    | 02:30+11
            Australia/Lord_Howe | 2027-10-03 | 30 2 * * *    | 02:30+11
            Europe/Bratislava   | 2026-03-29 | 30 2 * * *    | 03:30+02
            Europe/Bratislava   | 2026-10-25 | 30 2 * * *    | 02:30+02, 02:30+01 repeated
            Europe/Bratislava   | 2026-10-25 | 15 2 * * *    | 02:15+02, 02:15+01 repeated
            Europe/Bratislava   | 2026-10-25 | 0 2 * * *     | 02:00+02, 02:00+01 repeated
            America/New_York    | 2026-11-01 | 30 1 * * *    | 01:30-04, 01:30-05 repeated
            America/New_York    | 2026-11-01 | 45 1 * * *    | 01:45-04, 01:45-05 repeated
            Australia/Lord_Howe | 2026-04-05 | 30 1 * * *    | 01:30+11, 01:30+1030 repeated
            Australia/Lord_Howe | 2026-04-05 | 45 1 * * *    | 01:45+11, 01:45+1030 repeated
            Europe/Bratislava   | 2026-10-25 | 30 2 * * 0    | 02:30+02, 02:30+01 repeated
            Europe/Bratislava   | 2026-10-25 | 30 1-3 * * *  | 01:30+02, 02:30+02, 02:30+01 repeated, 03:30+01
            """)
    void aFixedTimeRunsOnceWhereTheClockChanges(String zone, LocalDate date, String text, String expected) {
        assertEquals(expected, day(text, zone, date));
    }

    @ParameterizedTest
    @CsvSource({"0 */2 * * *, 13", "* * * * *, 1500", "*/5 * * * *, 300", "*/7 * * * *, 225", "0 * * * *, 25"})
    void aWildcardHourRunsAtEveryInstantOfTheLongDay(String text, int runs) {
        ZoneId zone = ZoneId.of("Europe/Bratislava");
        List<Slot> slots = Timelines.between(
                schedule(text), zone, Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"));
        assertEquals(runs, slots.stream().filter(Slot::runs).count());
        assertEquals(runs, slots.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "@every 30s", "@daily", "@hourly", "@weekly", "@monthly", "@yearly", "@annually", "@midnight",
            "0 30 2 * * *",
            "0 0 ? * 1", "0 0 1 * ?"
    })
    void whatItsUnixDefinitionRefusesIsRead(String text) {
        assertInstanceOf(ParseResult.Parsed.class, ScheduleParser.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@reboot", "0 0 L * *", "0 0 1W * *", "0 0 * * 1#2", "0 22-2 * * *", "*/0 * * * *"})
    void whatItRefusesRightlyIsRefused(String text) {
        assertInstanceOf(ParseResult.Rejected.class, ScheduleParser.parse(text));
    }

    @Test
    void theThirtiethOfFebruaryEndsTheSearch() {
        assertNull(schedule("0 0 30 2 *").next(Instant.parse("2026-11-20T12:00:00Z"), ZoneId.of("UTC")));
    }
}
