package io.runwisp.schedule;

import static io.runwisp.schedule.Timelines.schedule;
import static io.runwisp.schedule.Timelines.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleParserTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ?  ?  ?  ?  ?           | * * * * *
            */1 * * * *             | * * * * *
            0-59 0-23 * 1-12 *      | * 0-23 * * *
            05 007 01 02 03         | 5 7 1 2 3
            */15 * * * *            | 0,15,30,45 * * * *
            ?/15 * * * *            | 0,15,30,45 * * * *
            */25 * * * *            | 0,25,50 * * * *
            5/15 * * * *            | 5,20,35,50 * * * *
            0 20/2 * * *            | 0 20,22 * * *
            0 0 28/2 * *            | 0 0 28,30 * *
            0 0 1 9/2 *             | 0 0 1 9,11 *
            10-20/3 * * * *         | 10,13,16,19 * * * *
            10-12/1 * * * *         | 10-12 * * * *
            10-12/2,1 * * * *       | 1,10,12 * * * *
            7-7 * * * *             | 7 * * * *
            */59 * * * *            | 0,59 * * * *
            */60 * * * *            | 0 * * * *
            5-9/99999999999 * * * * | 5 * * * *
            0 0 1 jan-mar *         | 0 0 1 1-3 *
            0 0 1 JAN,Feb,dEc *     | 0 0 1 1,2,12 *
            0 0 1 feb/3 *           | 0 0 1 2,5,8,11 *
            0 0 1 jan-dec/6 *       | 0 0 1 1,7 *
            0 0 1 1 mon-fri         | 0 0 1 1 1-5
            0 0 1 1 SUN             | 0 0 1 1 0
            0 0 1 1 7               | 0 0 1 1 0
            0 0 1 1 0,7             | 0 0 1 1 0
            0 0 1 1 sun-tue         | 0 0 1 1 0-2
            0 0 1 1 fri-sun         | 0 0 1 1 0,5,6
            0 0 1 1 5-sun           | 0 0 1 1 0,5,6
            0 0 1 1 sun-sun         | 0 0 1 1 0
            0 0 1 1 7-sun           | 0 0 1 1 0
            0 0 1 1 sun-7           | 0 0 1 1 0-6
            0 0 1 1 1-7             | 0 0 1 1 0-6
            0 0 1 1 0-7             | 0 0 1 1 0-6
            0 0 1 1 5-7             | 0 0 1 1 0,5,6
            0 0 1 1 7/2             | 0 0 1 1 0
            0 0 1 1 5/2             | 0 0 1 1 0,5
            0 0 1 1 1/2             | 0 0 1 1 0,1,3,5
            0 0 1 1 sat/1           | 0 0 1 1 0,6
            0 0 1 1 mon-sun/3       | 0 0 1 1 0,1,4
            0 0 1 1 */2             | 0 0 1 1 */2,0,2,4,6
            0 0 1 1 */7             | 0 0 1 1 */7,0
            0 30 2 * * *            | 30 2 * * *
            @yearly                 | 0 0 1 1 *
            @annually               | 0 0 1 1 *
            @monthly                | 0 0 1 * *
            @weekly                 | 0 0 * * 0
            @daily                  | 0 0 * * *
            @midnight               | 0 0 * * *
            @Hourly                 | 0 * * * *
            """)
    void aTextMeansTheSameTimesAsItsPlainForm(String text, String plain) {
        assertEquals(times(plain), times(text));
    }

    @Test
    void aFieldThatBeginsWithAStarKeepsThatQualityWhateverFollows() {
        for (String day : List.of("*", "?", "*/2", "*,5", "?/3")) {
            assertTrue(times("0 0 " + day + " * 1").bothDays(), day);
            assertTrue(times("0 0 1 * " + day).bothDays(), day);
            assertTrue(times("0 " + day + " 1 * 1").everyHour(), day);
        }
        for (String day : List.of("1-7", "5,*", "1/2", "3")) {
            assertFalse(times("0 " + day + " " + day + " * " + day).bothDays(), day);
            assertFalse(times("0 " + day + " * * *").everyHour(), day);
        }
    }

    @Test
    void aLineOfSixFieldsBeginsWithSeconds() {
        WallTimes times = times("*/20 1 2 3 4 5");
        assertEquals(1L | 1L << 20 | 1L << 40, times.seconds());
        assertEquals(times("1 2 3 4 5").minutes(), times.minutes());
        assertEquals(times("1 2 3 4 5").weekdays(), times.weekdays());
    }

    @ParameterizedTest(name = "[{0}] is shown as [{1}]")
    @CsvSource(delimiter = '|', textBlock = """
            '  30  2 *  * MON-Fri '            | 30 2 * * mon-fri
            @Daily                             | @daily
            @Every 1h30m                       | @every 1h30m
            CRON_TZ=Europe/Bratislava  0 3 * * * | TZ=Europe/Bratislava 0 3 * * *
            TZ=UTC @weekly                     | TZ=UTC @weekly
            TZ=Asia/Kathmandu @every 5m        | TZ=Asia/Kathmandu @every 5m
            """)
    void theCanonicalTextReadsToTheSameSchedule(String text, String canonical) {
        assertEquals(canonical, schedule(text).text());
        assertEquals(schedule(text), schedule(canonical));
        assertEquals(schedule(text).hashCode(), schedule(canonical).hashCode());
    }

    @Test
    void thePrefixIsTheZoneAndWithoutItThereIsNone() {
        assertEquals(ZoneId.of("America/New_York"), schedule("TZ=America/New_York 0 3 * * *").zone());
        assertEquals(ZoneId.of("UTC"), schedule("CRON_TZ=UTC @hourly").zone());
        assertNull(schedule("0 3 * * *").zone());
        assertNotEquals(schedule("0 3 * * *"), schedule("TZ=UTC 0 3 * * *"));
    }

    @ParameterizedTest(name = "@every {0} is {1}")
    @CsvSource({
            "1s, PT1S", "90s, PT1M30S", "1m30s, PT1M30S", "1.5h, PT1H30M", ".5m, PT30S", "1000ms, PT1S", "1d, PT24H",
            "1w2d, PT216H", "30s1h, PT1H30S", "500ms500ms, PT1S", "1500ms0.5s, PT2S", "1000000us, PT1S",
            "1000000\u00b5s, PT1S", "1000000\u03bcs, PT1S", "1000000000ns, PT1S", "+5m, PT5M", "0.1m, PT6S",
            "1.0s, PT1S",
            "106751d, PT2562024H", "5.s, PT5S", "0h5m, PT5M"
    })
    void anIntervalAddsUpItsParts(String text, Duration period) {
        EverySchedule every = assertInstanceOf(EverySchedule.class, schedule("@every " + text));
        assertEquals(period, every.period());
        assertEquals("@every " + text, every.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 2 1,15 jan *", "TZ=UTC 30 2 1,15 jan *", " 0 30 2 1,15 jan *", "30 2\t1,15 jan *"})
    void itSaysWhereTheDatesStand(String text) {
        ParseResult.Parsed parsed = assertInstanceOf(ParseResult.Parsed.class, ScheduleParser.parse(text));
        String dates = text.substring(parsed.datesOffset(), parsed.datesOffset() + parsed.datesLength());
        assertEquals("1,15 jan", dates);
    }

    @Test
    void everyMinuteByNumberIsNotTooLong() {
        String minutes = String.join(",", IntStream.range(0, 60).mapToObj(Integer::toString).toList());
        assertEquals(times("0-59 1 1 1 1"), times(minutes + " 1 1 1 1"));
    }
}
