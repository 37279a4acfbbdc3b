package io.runwisp.schedule;

import static io.runwisp.schedule.Timelines.day;
import static io.runwisp.schedule.Timelines.schedule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table: zone, local day, cron line, all slots of that day. */
class DaylightSavingTest {

    @ParameterizedTest(name = "{2} on {1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Bratislava   | 2026-03-29 | 30 1 * * *       | 01:30+01
            Europe/Bratislava   | 2026-03-29 | 0 2 * * *        | 03:00+02
            Europe/Bratislava   | 2026-03-29 | 30 2 * * *       | 03:30+02
            Europe/Bratislava   | 2026-03-29 | 59 2 * * *       | 03:59+02
            Europe/Bratislava   | 2026-03-29 | 0 3 * * *        | 03:00+02
            Europe/Bratislava   | 2026-03-29 | 30 2 * * 0       | 03:30+02
            Europe/Bratislava   | 2026-03-29 | 30 2 29 3 *      | 03:30+02
            Europe/Bratislava   | 2026-03-29 | 30 2 30 * *      |
            Europe/Bratislava   | 2026-03-29 | 0,30 2 * * *     | 03:00+02, 03:30+02 collapsed
            Europe/Bratislava   | 2026-03-29 | 15,45 2 * * *    | 03:15+02, 03:45+02 collapsed
            Europe/Bratislava   | 2026-03-29 | 0,30 2,3 * * *   | 03:00+02, 03:30+02
            Europe/Bratislava   | 2026-03-29 | 0,30 1-2 * * *   | 01:00+01, 01:30+01, 03:00+02, 03:30+02 collapsed
            Europe/Bratislava   | 2026-03-29 | 0 1-4 * * *      | 01:00+01, 03:00+02, 04:00+02
            Europe/Bratislava   | 2026-03-29 | 0,30 30 2 * * *  | 03:30+02, 03:30:30+02 collapsed
            America/New_York    | 2026-03-08 | 30 2 * * *       | 03:30-04
            America/New_York    | 2026-03-08 | 0 2,3 * * *      | 03:00-04
            America/New_York    | 2026-03-08 | 45 1,2 * * *     | 01:45-05, 03:45-04
            Australia/Lord_Howe | 2026-10-04 | 15 2 * * *       | 02:45+11
            Australia/Lord_Howe | 2026-10-04 | 30 2 * * *       | 02:30+11
            Australia/Lord_Howe | 2026-10-04 | 0,15,30,45 2 * * *  | 02:30+11, 02:45+11
            Australia/Lord_Howe | 2026-10-04 | 0,20,40 2 * * *  | 02:30+11, 02:40+11, 02:50+11 collapsed
            Australia/Lord_Howe | 2026-10-04 | 0 2 * * *        | 02:30+11
            America/Santiago    | 2026-09-06 | 0 0 * * *        | 01:00-03
            America/Santiago    | 2026-09-06 | 30 0 6 9 *       | 01:30-03
            America/Santiago    | 2026-09-06 | 30 0,1 * * *     | 01:30-03
            America/Santiago    | 2026-09-06 | 10 0 * * sun     | 01:10-03
            Africa/Cairo        | 2026-04-24 | 0 0 * * *        | 01:00+03
            Africa/Casablanca   | 2026-03-22 | 30 2 * * *       | 03:30+01
            Antarctica/Troll    | 2026-03-29 | 0 1,2 * * *      | 03:00+02, 04:00+02 collapsed
            Antarctica/Troll    | 2026-03-29 | 30 2,3 * * *     | 03:30+02, 04:30+02
            """)
    void inSpringATimeThatTheWallClockJumpsOverRunsOnce(String zone, LocalDate date, String text, String expected) {
        assertEquals(expected == null ? "" : expected, day(text, zone, date));
    }

    @ParameterizedTest(name = "{2} on {1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Bratislava   | 2026-10-25 | 30 1 * * *      | 01:30+02
            Europe/Bratislava   | 2026-10-25 | 0 2 * * *       | 02:00+02, 02:00+01 repeated
            Europe/Bratislava   | 2026-10-25 | 30 2 * * *      | 02:30+02, 02:30+01 repeated
            Europe/Bratislava   | 2026-10-25 | 30 2 * * 0      | 02:30+02, 02:30+01 repeated
            Europe/Bratislava   | 2026-10-25 | 30 2 25 10 *    | 02:30+02, 02:30+01 repeated
            Europe/Bratislava   | 2026-10-25 | 0 3 * * *       | 03:00+01
            Europe/Bratislava|2026-10-25|0,30 2 * * *| 02:00+02, 02:30+02, 02:00+01 repeated, 02:30+01 repeated
            Europe/Bratislava   | 2026-10-25 | 30 1-3 * * *    | 01:30+02, 02:30+02, 02:30+01 repeated, 03:30+01
            Europe/Bratislava   | 2026-10-25 | 5 30 2 * * *    | 02:30:05+02, 02:30:05+01 repeated
            America/New_York    | 2026-11-01 | 30 1 * * *      | 01:30-04, 01:30-05 repeated
            America/New_York | 2026-11-01 | 0,30 1 * * * | 01:00-04, 01:30-04, 01:00-05 repeated, 01:30-05 repeated
            America/New_York    | 2026-11-01 | 0 2 * * *       | 02:00-05
            Australia/Lord_Howe | 2026-04-05 | 15 1 * * *      | 01:15+11
            Australia/Lord_Howe | 2026-04-05 | 30 1 * * *      | 01:30+11, 01:30+1030 repeated
            Australia/Lord_Howe | 2026-04-05 | 0,45 1 * * *    | 01:00+11, 01:45+11, 01:45+1030 repeated
            Australia/Lord_Howe | 2026-04-05 | 0 2 * * *       | 02:00+1030
            America/Santiago    | 2026-04-04 | 30 23 * * *     | 23:30-03, 23:30-04 repeated
            America/Santiago    | 2026-04-04 | 30 23 4 4 *     | 23:30-03, 23:30-04 repeated
            America/Santiago    | 2026-04-05 | 0 0 * * *       | 00:00-04
            Africa/Cairo        | 2026-10-29 | 59 23 * * *     | 23:59+03, 23:59+02 repeated
            Africa/Casablanca   | 2026-02-15 | 15 2 * * *      | 02:15+01, 02:15+00 repeated
            Antarctica/Troll | 2026-10-25 | 0 1,2 * * *  | 01:00+02, 02:00+02, 01:00+00 repeated, 02:00+00 repeated
            """)
    void inAutumnATimeThatTheWallClockShowsAgainIsNotRunAgain(
            String zone, LocalDate date, String text, String expected) {
        assertEquals(expected, day(text, zone, date));
    }

    @ParameterizedTest(name = "{2} on {1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Bratislava   | 2026-10-25 | 30 */8 * * *     | 00:30+02, 08:30+01, 16:30+01
            Europe/Bratislava   | 2026-03-29 | 0 */8 * * *      | 00:00+01, 08:00+02, 16:00+02
            America/Santiago    | 2026-04-04 | 0 ?/23 * * *     | 00:00-03, 23:00-03, 23:00-04
            """)
    void aWildcardHourIsNotSuppressedInTheRepeatedHour(String zone, LocalDate date, String text, String expected) {
        assertEquals(expected, day(text, zone, date));
    }

    @Test
    void inSpringAWildcardHourFollowsTheSameRuleAsEveryOther() {
        List<Slot> slots = Timelines.between(
                schedule("0,20 */2 * * *"),
                ZoneId.of("Europe/Bratislava"),
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2026-03-29T02:20:00Z"));
        assertEquals(
                List.of(
                        new Slot(Instant.parse("2026-03-29T01:00:00Z"), Slot.Fate.RUN),
                        new Slot(Instant.parse("2026-03-29T01:20:00Z"), Slot.Fate.COLLAPSED),
                        new Slot(Instant.parse("2026-03-29T02:00:00Z"), Slot.Fate.RUN)),
                slots);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Europe/Bratislava", "America/New_York", "America/Santiago", "Africa/Cairo", "Africa/Casablanca",
            "Antarctica/Troll", "Asia/Kathmandu", "Australia/Lord_Howe"
    })
    void everyFifteenMinutesIsEveryFifteenRealMinutesAllYear(String zone) {
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        Instant expected = begin;
        for (Slot slot : Timelines.between(
                schedule("*/15 * * * *"), ZoneId.of(zone), begin, Instant.parse("2027-01-01T00:00:00Z"))) {
            assertEquals(new Slot(expected, Slot.Fate.RUN), slot);
            expected = expected.plus(Duration.ofMinutes(15));
        }
        assertEquals(Instant.parse("2027-01-01T00:00:00Z"), expected);
    }

    @Test
    void aChangeOfHalfAnHourShortensOneWaitOfAnHourlyScheduleAndLengthensAnother() {
        String spring = day("0 * * * *", "Australia/Lord_Howe", LocalDate.of(2026, 10, 4));
        assertTrue(spring.startsWith("00:00+1030, 01:00+1030, 02:30+11, 03:00+11, 04:00+11"), spring);
        String autumn = day("0 * * * *", "Australia/Lord_Howe", LocalDate.of(2026, 4, 5));
        assertTrue(autumn.startsWith("00:00+11, 01:00+11, 02:00+1030, 03:00+1030"), autumn);
    }

    @Test
    void theDayThatSamoaLeftOutRunsOnTheNextOne() {
        String zone = "Pacific/Apia";
        ZoneId apia = ZoneId.of(zone);
        Instant begin = Instant.parse("2011-12-29T10:00:00Z");
        Instant end = Instant.parse("2012-01-01T10:00:00Z");
        assertEquals(
                List.of("2011-12-29T12:00", "2011-12-31T12:00", "2012-01-01T12:00"),
                Timelines.dates("0 12 * * *", zone, begin, 3));
        assertEquals(
                List.of(new Slot(Instant.parse("2011-12-30T22:00:00Z"), Slot.Fate.RUN)),
                Timelines.between(schedule("0 12 30 12 *"), apia, begin, end));
        assertEquals(
                List.of(
                        new Slot(Instant.parse("2011-12-30T18:00:00Z"), Slot.Fate.RUN),
                        new Slot(Instant.parse("2011-12-30T22:00:00Z"), Slot.Fate.COLLAPSED)),
                Timelines.between(schedule("0 8,12 30 12 *"), apia, begin, end));
    }

    @Test
    void askingFromWithinTheRepeatedHourNeedsNoMemoryOfTheFirstPass() {
        ZoneId zone = ZoneId.of("Europe/Bratislava");
        Instant secondPass = Instant.parse("2026-10-25T01:15:00Z");
        assertEquals(
                new Slot(Instant.parse("2026-10-25T01:30:00Z"), Slot.Fate.REPEATED),
                schedule("30 2 * * *").next(secondPass, zone));
    }

    /** The evaluator looks at the last offset change only; that is right as long as no zone breaks this rule. */
    @Test
    void noZoneChangesItsOffsetTwiceWithinOneGapOrOverlap() {
        Instant end = Instant.parse("2100-01-01T00:00:00Z");
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneRules rules = ZoneId.of(id).getRules();
            ZoneOffsetTransition change = rules.nextTransition(Instant.parse("1800-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(end)) {
                ZoneOffsetTransition next = rules.nextTransition(change.getInstant());
                Instant settled = change.getInstant().plus(change.getDuration().abs());
                assertTrue(next == null || !next.getInstant().isBefore(settled), id + ": " + change + ", " + next);
                change = next;
            }
        }
    }
}
