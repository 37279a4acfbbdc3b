package io.runwisp.schedule;

import static io.runwisp.schedule.Timelines.dates;
import static io.runwisp.schedule.Timelines.schedule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {

    private static final ZoneId UTC = ZoneOffset.UTC;

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *          | 2026-11-20T12:00:00Z     | 2026-11-20T12:01, 2026-11-20T12:02
            * * * * *          | 2026-11-20T12:00:59.999Z | 2026-11-20T12:01
            * * * * *          | 2026-11-20T11:59:59.999999999Z | 2026-11-20T12:00
            30 2 * * *         | 2026-11-20T02:30:00Z     | 2026-11-21T02:30
            30 2 * * *         | 2026-11-20T02:29:59Z     | 2026-11-20T02:30
            0 9,17 * * mon     | 2026-11-20T12:00:00Z     | 2026-11-23T09:00, 2026-11-23T17:00
            59 23 31 12 *      | 2026-11-20T12:00:00Z     | 2026-12-31T23:59, 2027-12-31T23:59
            0 0 1 1 *          | 2026-12-31T23:59:59Z     | 2027-01-01T00:00
            */20 9-10 * * *    | 2026-11-20T09:30:00Z     | 2026-11-20T09:40, 2026-11-20T10:00, 2026-11-20T10:20
            */20 9-10 * * *    | 2026-11-20T10:30:00Z     | 2026-11-20T10:40, 2026-11-21T09:00
            15,45 */12 * * *   | 2026-11-20T12:20:00Z     | 2026-11-20T12:45, 2026-11-21T00:15
            5/20 20/2 * * *    | 2026-11-20T20:50:00Z     | 2026-11-20T22:05, 2026-11-20T22:25
            0 0 31 * *         | 2026-01-31T00:00:00Z     | 2026-03-31T00:00, 2026-05-31T00:00, 2026-07-31T00:00
            0 0 29 2 *         | 2026-11-20T12:00:00Z     | 2028-02-29T00:00, 2032-02-29T00:00
            0 0 29 2 *         | 2096-02-29T00:00:00Z     | 2104-02-29T00:00
            0 0 * * 1          | 2026-11-20T12:00:00Z     | 2026-11-23T00:00, 2026-11-30T00:00
            0 0 * * sun        | 2026-11-20T12:00:00Z     | 2026-11-22T00:00
            0 0 * * sat-sun    | 2026-11-20T12:00:00Z     | 2026-11-21T00:00, 2026-11-22T00:00, 2026-11-28T00:00
            0 0 13 * 5         | 2026-11-30T12:00:00Z     | 2026-12-04T00:00, 2026-12-11T00:00, 2026-12-13T00:00
            0 0 13 * ?         | 2026-11-20T12:00:00Z     | 2026-12-13T00:00, 2027-01-13T00:00
            0 0 ? * 5          | 2026-11-20T12:00:00Z     | 2026-11-27T00:00
            0 0 1-7 * */7      | 2026-11-20T12:00:00Z     | 2026-12-06T00:00, 2027-01-03T00:00, 2027-02-07T00:00
            0 0 */10 * 1       | 2026-11-20T12:00:00Z     | 2026-12-21T00:00, 2027-01-11T00:00, 2027-02-01T00:00
            0 0 29 2 */7       | 2040-03-01T00:00:00Z     | 2060-02-29T00:00, 2088-02-29T00:00
            0 0 29 2 */7       | 2088-03-01T00:00:00Z     | 2128-02-29T00:00
            0 0 1 feb,apr */7  | 2026-11-20T12:00:00Z     | 2029-04-01T00:00, 2032-02-01T00:00
            */20 * * * * *     | 2026-11-20T12:00:10Z     | 2026-11-20T12:00:20, 2026-11-20T12:00:40, 2026-11-20T12:01
            15 59 23 * * *     | 2026-11-20T23:59:15Z     | 2026-11-21T23:59:15
            59 59 23 31 12 *   | 2026-11-20T12:00:00Z     | 2026-12-31T23:59:59
            30,40 10,20 5 * * *| 2026-11-20T05:20:30Z    | 2026-11-20T05:20:40, 2026-11-21T05:10:30
            @yearly            | 2026-11-20T12:00:00Z     | 2027-01-01T00:00
            @monthly           | 2026-11-20T12:00:00Z     | 2026-12-01T00:00
            @weekly            | 2026-11-20T12:00:00Z     | 2026-11-22T00:00
            @daily             | 2026-11-20T12:00:00Z     | 2026-11-21T00:00
            @midnight          | 2026-11-20T00:00:00Z     | 2026-11-21T00:00
            @hourly            | 2026-11-20T12:00:00Z     | 2026-11-20T13:00
            0 0 1 1 *          | 1969-06-01T00:00:00Z     | 1970-01-01T00:00
            30 2 29 2 *        | 1899-06-01T00:00:00Z     | 1904-02-29T02:30
            """)
    void theNextSlotsAreTheseInUtc(String text, Instant after, String expected) {
        List<String> wanted = List.of(expected.split(", "));
        assertEquals(wanted, dates(text, "UTC", after, wanted.size()));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
            "0 0 * * *, Asia/Kathmandu, 2026-11-20T18:14:59Z, 2026-11-20T18:15:00Z",
            "30 2 * * *, Asia/Kathmandu, 2026-11-20T00:00:00Z, 2026-11-20T20:45:00Z",
            "*/15 * * * *, Asia/Kathmandu, 2026-11-20T00:00:00Z, 2026-11-20T00:15:00Z",
            "0 12 * * *, Pacific/Kiritimati, 2026-11-20T00:00:00Z, 2026-11-20T22:00:00Z",
            "0 12 * * 6, Pacific/Pago_Pago, 2026-11-20T00:00:00Z, 2026-11-21T23:00:00Z",
            "0 3 * * *, Europe/Bratislava, 2026-07-01T00:00:00Z, 2026-07-01T01:00:00Z",
            "0 3 * * *, Europe/Bratislava, 2026-12-01T00:00:00Z, 2026-12-01T02:00:00Z"
    })
    void theWallClockOfTheZoneCounts(String text, ZoneId zone, Instant after, Instant expected) {
        assertEquals(new Slot(expected, Slot.Fate.RUN), schedule(text).next(after, zone));
    }

    @Test
    void theZoneOfThePrefixWinsOverTheZoneOfTheUnit() {
        Instant after = Instant.parse("2026-11-20T00:00:00Z");
        Slot slot = new Slot(Instant.parse("2026-11-20T02:00:00Z"), Slot.Fate.RUN);
        assertEquals(slot, schedule("TZ=Europe/Bratislava 0 3 * * *").next(after, ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void aDayThatNeverComesHasNoNextSlot() {
        for (String text : List.of("0 0 30 2 *", "0 0 31 4,6,9,11 *", "0 0 30,31 2 ?", "0 0 31 feb *")) {
            assertNull(schedule(text).next(Instant.parse("2026-11-20T12:00:00Z"), UTC), text);
        }
    }

    @Test
    void theEndsOfTimeAreAnsweredWithoutAnError() {
        Schedule daily = schedule("0 3 * * *");
        assertNull(daily.next(Instant.MAX, UTC));
        assertNull(daily.next(Instant.parse("9999-12-31T00:00:00Z"), UTC));
        assertEquals(
                new Slot(Instant.parse("0000-01-01T03:00:00Z"), Slot.Fate.RUN), daily.next(Instant.MIN, UTC));
    }

    @Test
    void anIntervalIsCountedInRealTimeFromTheLastFiring() {
        ZoneId zone = ZoneId.of("Europe/Bratislava");
        Instant beforeTheGap = Instant.parse("2026-03-29T00:59:30.5Z");
        Slot slot = schedule("@every 90s").next(beforeTheGap, zone);
        assertEquals(new Slot(beforeTheGap.plusSeconds(90), Slot.Fate.RUN), slot);
        Instant secondPass = Instant.parse("2026-10-25T01:10:00Z");
        assertEquals(
                new Slot(secondPass.plus(Duration.ofDays(1)), Slot.Fate.RUN),
                schedule("@every 1d").next(secondPass, zone));
    }
}
