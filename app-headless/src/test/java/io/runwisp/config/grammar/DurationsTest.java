package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0              | PT0S
            -0             | PT0S
            0s             | PT0S
            30s            | PT30S
            +30s           | PT30S
            -30s           | PT-30S
            1h30m          | PT1H30M
            30m1h          | PT1H30M
            1m1m           | PT2M
            1w2d           | PT216H
            36500d         | PT876000H
            1.5h           | PT1H30M
            .5s            | PT0.5S
            1.s            | PT1S
            1ns            | PT0.000000001S
            1us            | PT0.000001S
            1µs            | PT0.000001S
            1μs            | PT0.000001S
            1ms            | PT0.001S
            0.1ns          | PT0S
            1.9999999999ns | PT0.000000001S
            007m           | PT7M
            9223372036854775807ns | PT2562047H47M16.854775807S
            """)
    void readsNumbersWithUnitsInAnyOrder(String text, Duration expected) {
        assertEquals(Reading.good(expected), Durations.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | 0 | 1 | it is blank
            '  '     | 0 | 2 | it is blank
            '1h 30m' | 2 | 1 | it contains a blank, write number and unit together
            ' 5s'    | 0 | 1 | it contains a blank, write number and unit together
            -        | 0 | 1 | a number is missing after the sign
            30       | 0 | 2 | a unit is missing after the number, one of ns us ms s m h d w
            1h30     | 2 | 2 | a unit is missing after the number, one of ns us ms s m h d w
            00       | 0 | 2 | a unit is missing after the number, one of ns us ms s m h d w
            1.2.3s   | 0 | 3 | a unit is missing after the number, one of ns us ms s m h d w
            .s       | 0 | 2 | a number is missing before ".s"
            h        | 0 | 1 | a number is missing before "h"
            never    | 0 | 5 | a number is missing before "never"
            1,5h     | 1 | 1 | a fraction is written with a point, not with a comma
            1h-30m   | 2 | 1 | a sign may only stand at the beginning
            --1h     | 1 | 1 | a sign may only stand at the beginning
            PT30M    | 0 | 5 | the ISO 8601 form is not read, write for example 1h30m
            -P1D     | 1 | 3 | the ISO 8601 form is not read, write for example 1h30m
            30S      | 2 | 1 | "S" is not a unit, units are lower case: s
            2h30M    | 4 | 1 | "M" is not a unit, minutes are written m
            5MS      | 1 | 2 | "MS" is not a unit, units are lower case: ms
            10sec    | 2 | 3 | "sec" is not a unit, seconds are written s
            5min     | 1 | 3 | "min" is not a unit, minutes are written m
            2hours30s | 1 | 5 | "hours" is not a unit, hours are written h
            3days    | 1 | 4 | "days" is not a unit, days are written d
            2weeks   | 1 | 5 | "weeks" is not a unit, weeks are written w
            5millis  | 1 | 6 | "millis" is not a unit, milliseconds are written ms
            6mo      | 1 | 2 | "mo" is not a unit, the largest is w, write 30d for a month
            1y       | 1 | 1 | "y" is not a unit, the largest is w, write 365d for a year
            5x       | 1 | 1 | "x" is not a unit, use one of ns us ms s m h d w
            ١s       | 0 | 2 | a number is missing before "١s"
            293y     | 3 | 1 | "y" is not a unit, the largest is w, write 365d for a year
            9223372036854775808ns  | 0 | 21 | it is longer than 292 years
            -9223372036854775808ns | 1 | 21 | it is longer than 292 years
            99999999999999999999s  | 0 | 21 | it is longer than 292 years
            106751d23h47m17s       | 0 | 16 | it is longer than 292 years
            15251w                 | 0 | 6 | it is longer than 292 years
            """)
    void saysWhereAndWhyItCannotReadATime(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), Durations.read(text));
    }

    @Test
    void showsControlCharactersByTheirNumberAndCutsLongUnits() {
        assertEquals(Reading.bad(1, 1, "U+001B is not a unit, use one of ns us ms s m h d w"),
                Durations.read("5\u001b"));
        assertEquals(
                Reading.bad(1, 30, "\"" + "x".repeat(24) + "…\" is not a unit, use one of ns us ms s m h d w"),
                Durations.read("5" + "x".repeat(30)));
    }

    @ParameterizedTest
    @CsvSource({
            "0s,0s", "45s,45s", "90s,1m30s", "90m,1h30m", "24h,1d", "25h,1d1h", "48h,2d", "7d,1w", "8d,8d", "14d,2w",
            "90d,90d", "1w1s,7d1s", "1500ms,1s500ms", "1001us,1ms1us", "1ns,1ns", "-90m,-1h30m", "-1w,-1w"})
    void showsTheShortForm(String text, String shown) {
        assertEquals(shown, Durations.show(value(text)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 42, 20_261_120})
    void whatIsShownReadsBackAsTheSame(long seed) {
        Random random = new Random(seed);
        long[] scales = {1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000L, 3_600_000_000_000L, 86_400_000_000_000L};
        for (int i = 0; i < 20_000; i++) {
            long scale = scales[random.nextInt(scales.length)];
            long nanos = random.nextLong() / (1L << random.nextInt(63)) / scale * scale;
            Duration duration = Duration.ofNanos(Math.max(nanos, -Long.MAX_VALUE));
            String shown = Durations.show(duration);
            assertEquals(Reading.good(duration), Durations.read(shown), () -> "seed " + seed + ", " + shown);
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInIt() {
        long seed = 7;
        Random random = new Random(seed);
        List<String> pieces = List.of("1", "0", ".", ",", "-", "+", "h", "m", "µs", "P", " ", "x", "99999999999", "\0");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (Durations.read(text.toString()) instanceof Reading.Bad<Duration> bad) {
                assertTrue(bad.offset() + bad.length() <= text.length(), () -> "\"" + text + "\": " + bad);
            }
        }
    }

    private static Duration value(String text) {
        return ((Reading.Good<Duration>) Durations.read(text)).value();
    }
}
