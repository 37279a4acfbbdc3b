package io.runwisp.schedule;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.grammar.Reading;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table: the text, the part that is underlined, how the reason begins, how the remedy begins. */
class ScheduleRejectionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            75 * * * *         | 75          | minute 75 is outside 0-59              | write a number from 0 to 59
            60 * * * * *       | 60          | second 60 is outside 0-59              | write a number from 0 to 59
            0 24 * * *         | 24          | hour 24 is outside 0-23                | write 0 for midnight
            0 25 * * *         | 25          | hour 25 is outside 0-23                | write a number from 0 to 23
            0 0 0 * *          | 0           | day of month 0 is outside 1-31         | write a number from 1 to 31
            0 0 1-32 * *       | 32          | day of month 32 is outside 1-31        | write a number from 1 to 31
            0 0 1 13 *         | 13          | month 13 is outside 1-12               | write a number from 1 to 12
            0 0 * * 8          | 8           | day of week 8 is outside 0-7           | write 0-6 or sun-sat
            0 0 * * 1,2,9-11   | 9           | day of week 9 is outside 0-7           | write 0-6
            99999999999 * * * *| 99999999999 | minute 99999999999 is outside 0-59     | write a number from 0 to 59
            0 99-3 * * *       | 99          | hour 99 is outside 0-23                | write a number from 0 to 23
            0 */0 * * *        | 0           | step 0 never moves on                  | write a step of 1 or more
            0 5/000 * * *      | 000         | step 000 never moves on                | write a step of 1 or more
            0 */x * * *        | x           | step x is not a number                 | write a step of 1 or more
            0 */ * * *         | */          | nothing stands after the /             | write a step, for example */5
            0 /5 * * *         | /5          | nothing stands before the /            | write */5
            0 1/2/3 * * *      | 1/2/3       | more than one / in 1/2/3               | write a number 0-23
            0 22-2 * * *       | 22-2        | range 22-2 runs backwards              | write 22-23,0-2
            0 23-1 * * *       | 23-1        | range 23-1 runs backwards              | write 23,0-1
            0 1-0/2 * * *      | 1-0         | range 1-0 runs backwards               | write 1-23,0
            0 0 * nov-feb *    | nov-feb     | range nov-feb runs backwards           | write nov-dec,jan-feb
            0 0 * * sat-mon    | sat-mon     | range sat-mon runs backwards           | write sat,sun-mon
            0 0 * * 5-1        | 5-1         | range 5-1 runs backwards               | write 5-6,0-1
            0 0 * * 7-2        | 7-2         | range 7-2 runs backwards               | write 0-2
            0 1- * * *         | 1-          | 1- is not a range                      | write two ends and one dash
            0 -1 * * *         | -1          | -1 is not a range                      | write two ends and one dash
            0 1-2-3 * * *      | 1-2-3       | 1-2-3 is not a range                   | write two ends and one dash
            0 1,,2 * * *       | 1,,2        | the list of the hour field has an empty entry | write a value
            0 1, * * *         | 1,          | the list of the hour field has an empty entry | write a value
            0 , * * *          | ,           | the list of the hour field has an empty entry | write a value
            5* * * * *         | 5*          | 5* is not a minute                     | write a number 0-59, a range
            ** * * * *         | **          | ** is not a minute                     | write a number 0-59
            *-5 * * * *        | *           | * is not a minute                      | write a number 0-59
            1.5 * * * *        | 1.5         | 1.5 is not a minute                    | write a number 0-59
            \u0663 * * * *     | \u0663      | \u0663 is not a minute                 | write a number 0-59
            """)
    void aFieldIsRejectedAtTheTermThatIsWrong(String text, String part, String reason, String remedy) {
        check(text, part, reason, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 0 * * fry        | fry       | fry is not a day of week   | write fri; known are sun mon tue
            0 0 * * mon-fry    | fry       | fry is not a day of week   | write fri
            0 0 * * thr        | thr       | thr is not a day of week   | write thu
            0 0 * * Monday     | Monday    | Monday is not a day of week| write mon
            0 0 * sept *       | sept      | sept is not a month        | write sep
            0 0 * juli *       | juli      | juli is not a month        | write jul
            0 0 * * jan        | jan       | jan is a month, this is the day of week field | write a number
            0 mon * * *        | mon       | mon is a weekday, this is the hour field | write a number 0-23, a range 2-5
            0 0 * * weekday    | weekday   | weekday is not a day of week | write a number 0-7, a name such as mon
            0 0 * * xyz        | xyz       | xyz is not a day of week   | write a number 0-7, a name such as mon
            """)
    void anUnknownNameIsAnsweredWithTheNearestOne(String text, String part, String reason, String remedy) {
        check(text, part, reason, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0 0 L * *      | L       | L is not supported  | name the days
            0 0 l-3 * *    | l-3     | L is not supported  | name the days
            0 0 1,LW * *   | LW      | LW is not supported | name the days
            0 0 15W * *    | 15W     | W is not supported  | name the day
            0 0 * * 5L     | 5L      | L is not supported  | name the days
            0 0 * * friL   | friL    | L is not supported  | name the days
            0 0 * * mon#2  | mon#2   | # is not supported  | choose the days by number
            0 0 * * 1,5#3  | 5#3     | # is not supported  | choose the days by number
            H * * * *      | H       | H is not supported  | write a fixed value
            H/15 * * * *   | H/15    | H is not supported  | write a fixed value
            H(0-29) * * * *| H(0-29) | H is not supported  | write a fixed value
            """)
    void extensionsOfOtherSchedulersAreNamed(String text, String part, String reason, String remedy) {
        check(text, part, reason, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 3 *           | 0 3 *         | 3 fields; 5 are needed: minute | write for example
            TZ=UTC 0 3 * *  | 0 3 * *       | 4 fields; 5 are needed: minute | write for example
            noon            | noon          | 1 field; 5 are needed: minute | write for example
            0 0 0 1 1 * 2027| 2027          | 7 fields; 6 are the most: second | leave 2027 out
            0 0 0 1 1 ? *   | *             | 7 fields; 6 are the most: second | leave * out
            0 3 * * * root /bin/x -v | /bin/x -v | 8 fields; 6 are the most: second | a schedule holds times only
            0 3 * * * /bin/x| /bin/x        | /bin/x is not a field                 | a schedule holds times only
            0 3 * * * ./x.sh| ./x.sh        | ./x.sh is not a field                 | a schedule holds times only
            daily           | daily         | daily lacks its @                     | write @daily
            every 5m        | every         | every lacks its @                     | write @every 5m
            5m              | 5m            | 5m is an interval, not a field        | write @every 5m
            -5m             | -5m           | 1 field; 5 are needed: minute         | write for example
            0               | 0             | 1 field; 5 are needed: minute         | write for example
            @daily 5        | 5             | @daily takes nothing after it         | write @daily alone
            @reboot         | @reboot       | @reboot is not a schedule             | use run_on_start = "boot"
            @dayly          | @dayly        | @dayly is not a schedule              | write @daily; known are @hourly
            @fortnightly    | @fortnightly  | @fortnightly is not a schedule        | write one of @hourly
            @               | @             | @ is not a schedule                   | write one of @hourly
            """)
    void aLineOfTheWrongShapeIsAnsweredWithTheRightOne(String text, String part, String reason, String remedy) {
        check(text, part, reason, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            @every           | @every    | @every has no interval                | write for example @every 15m
            @every 500ms     | 500ms     | 500ms is shorter than one second      | write @every 1s or more
            @every 0         | 0         | 0 is shorter than one second          | write @every 1s or more
            @every 0s        | 0s        | 0s is shorter than one second         | write @every 1s or more
            @every 1500ms    | 1500ms    | 1500ms is not a whole number of seconds | write @every 1s
            @every 1.0001h   | 1.0001h   | 1.0001h is not a whole number of seconds | write @every 1h
            @every 5         | 5         | a unit is missing after the number    | write 5s, 5m or 5h
            @every 1h5       | 5         | a unit is missing after the number    | write 5s, 5m or 5h
            @every 5min      | min       | "min" is not a unit, minutes are written m | write @every 5m
            @every 1h5M      | M         | "M" is not a unit, minutes are written m | write for example @every 15m
            @every 5fort     | fort      | "fort" is not a unit, use one of ns us ms s m h d w | write for example
            @every 1,5h      | ,         | a fraction is written with a point    | write for example @every 15m
            @every PT5M      | PT5M      | the ISO 8601 form is not read         | write for example @every 15m
            @every -5m       | -5m       | an interval cannot be negative        | write @every 5m
            @every -5min     | min       | "min" is not a unit, minutes are written m | write for example @every 15m
            @every 1h-5m     | -         | a sign may only stand at the beginning | write for example @every 15m
            @every soon      | soon      | a number is missing before "soon"     | write for example @every 15m or @every 1h30m
            @every 1..5s     | 1.        | a unit is missing after the number    | write for example @every 15m
            @every .s        | .s        | a number is missing before ".s"       | write for example @every 15m
            @every +         | +         | a number is missing after the sign    | write for example @every 15m
            @every 1h 30m    | 1h 30m    | an interval has no blanks             | write @every 1h30m
            @every 5 minutes | 5 minutes | an interval has no blanks             | write @every 5m
            @every 5  Min    | 5  Min    | an interval has no blanks             | write @every 5m
            @every 1 h 5 min | 1 h 5 min | an interval has no blanks             | write for example @every 15m
            @every 9.9.9 min | 9.9.9 min | an interval has no blanks             | write for example @every 15m
            @every 300000w   | 300000w   | it is longer than 292 years           | write for example @every 15m
            TZ=UTC @every 2hours | hours | "hours" is not a unit, hours are written h | write @every 2h
            """)
    void anIntervalIsRejectedAtThePartThatIsWrong(String text, String part, String reason, String remedy) {
        check(text, part, reason, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            TZ=Kathmandu 0 3 * * *        | Kathmandu        | Kathmandu is not a time zone: no zone has this name, did you mean Asia/Kathmandu? | write TZ= and a name
            TZ=new_york 0 3 * * *         | new_york         | new_york is not a time zone: no zone has this name, did you mean America/New_York? | write TZ= and a name
            TZ=Rome 0 3 * * *             | Rome             | Rome is not a time zone: no zone has this name, did you mean Europe/Rome? | write TZ= and a name
            CRON_TZ=CET-1 0 3 * * *       | CET-1            | CET-1 is not a time zone: no     | write CRON_TZ= and a name
            TZ= 0 3 * * *                 | TZ               | TZ= names no zone                | write for example
            TZ=UTC                        | TZ=UTC           | nothing follows the zone         | write for example
            tz=UTC 0 3 * * *              | tz               | tz= is not a prefix              | write TZ=Zone
            =UTC 0 3 * * *                | =                | = is not a prefix                | write TZ=Zone
            TZ=UTC 0 3 * * 9              | 9                | day of week 9 is outside 0-7     | write 0-6
            TZ=UTC @nightly               | @nightly         | @nightly is not a schedule       | write one of
            """)
    void aZoneIsRejectedWithTheOneThatWasMeant(String text, String part, String reason, String remedy) {
        check(text, part, reason, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Bratislva | no zone has this name, did you mean Europe/Bratislava?
            europe/london    | upper and lower case matter in zone names, write Europe/London
            utc              | upper and lower case matter in zone names, write UTC
            Wien             | no zone has this name, did you mean Europe/Vienna?
            +02:00           | it is a fixed offset, not a zone, write for example
            GMT+5            | it is a fixed offset, not a zone, write for example
            Nowhere/Land     | no zone has this name, write for example
            """)
    void aZoneIsRefusedInTheWordsOfTheTimezoneKey(String zone, String why) {
        check("TZ=" + zone + " 0 3 * * *", zone, zone + " is not a time zone: " + why,
                "write TZ= and a name of the IANA list");
    }

    @Test
    void theWholeSentencesReadLikeThis() {
        ParseResult.Rejected tooShort = rejected("0 3 *");
        assertEquals("3 fields; 5 are needed: minute hour day-of-month month day-of-week", tooShort.reason());
        assertEquals("write for example \"30 2 * * mon-fri\": at 02:30, Monday to Friday", tooShort.remedy());
        ParseResult.Rejected year = rejected("0 0 0 1 1 * 2027");
        assertEquals(
                "7 fields; 6 are the most: second minute hour day-of-month month day-of-week", year.reason());
        assertEquals("leave 2027 out, there is no year field", year.remedy());
        ParseResult.Rejected unknown = rejected("@dayly");
        assertEquals("@dayly is not a schedule", unknown.reason());
        assertEquals(
                "write @daily; known are @hourly @daily @midnight @weekly @monthly @yearly @annually @every 15m",
                unknown.remedy());
        ParseResult.Rejected value = rejected("x * * * *");
        assertEquals("x is not a minute", value.reason());
        assertEquals(
                "write a number 0-59, a range 2-5, a list 2,5, or * with a step like */5", value.remedy());
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "\t\n "})
    void aBlankTextSaysThatTheKeyMayBeLeftOut(String text) {
        ParseResult.Rejected rejected = rejected(text);
        assertEquals("the schedule is empty", rejected.reason());
        assertTrue(rejected.length() >= 1, "something to underline");
        assertTrue(rejected.remedy().contains("leave the key out"), rejected.remedy());
    }

    @Test
    void whatIsMissingBehindAWordIsPointedOutAtItsLastCharacter() {
        assertEquals(new Word("m", 9), new Word("15m", 7).at(new Reading.Bad<>(3, 1, "something is missing")));
    }

    @Test
    void aTextOfUnreasonableLengthIsNotRead() {
        ParseResult.Rejected rejected = rejected("0" + ",0".repeat(ScheduleParser.LONGEST_TEXT) + " * * * *");
        assertEquals("longer than 1000 characters", rejected.reason());
        assertEquals(ScheduleParser.LONGEST_TEXT, rejected.offset());
    }

    @Test
    void noTextWhateverMakesTheParserThrowOrPointOutsideTheText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "0123456789*/,-?#@=.+ \t LWHmonsujaeTZevry\u00b5\u0663\ud83d\ude00";
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "@every " : "");
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String shown = "[" + text + "], seed " + seed;
            if (ScheduleParser.parse(text.toString()) instanceof ParseResult.Rejected rejected) {
                assertAll(
                        shown,
                        () -> assertTrue(rejected.length() >= 1),
                        () -> assertTrue(rejected.offset() >= 0),
                        () -> assertTrue(rejected.offset() + rejected.length() <= Math.max(1, text.length())),
                        () -> assertTrue(!rejected.reason().isBlank()),
                        () -> assertTrue(!rejected.remedy().isBlank()));
            }
        }
    }

    private static void check(String text, String part, String reason, String remedy) {
        ParseResult.Rejected rejected = rejected(text);
        assertAll(
                () -> assertEquals(
                        part, text.substring(rejected.offset(), rejected.offset() + rejected.length()), "underlined"),
                () -> assertTrue(rejected.reason().startsWith(reason), () -> "reason: " + rejected.reason()),
                () -> assertTrue(rejected.remedy().startsWith(remedy), () -> "remedy: " + rejected.remedy()));
    }

    private static ParseResult.Rejected rejected(String text) {
        return assertInstanceOf(ParseResult.Rejected.class, ScheduleParser.parse(text), text);
    }
}
