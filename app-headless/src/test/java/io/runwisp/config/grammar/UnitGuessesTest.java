package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write for a duration or a size, and what they meant. */
class UnitGuessesTest {

    @ParameterizedTest
    @CsvSource({"10 minutes, 10m", "10min, 10m", "60, 60s", "1.5 hours, 1.5h", "2 Days, 2d", "6 months, 180d",
            "1 year, 365d",
            "500 millis, 500ms", "3 wk,", "minutes,", "ten minutes,", "'',"})
    void durationsAreGuessed(String written, String meant) {
        Optional<String> guess = UnitGuesses.duration(written);
        assertEquals(Optional.ofNullable(meant), guess);
        guess.ifPresent(value -> assertInstanceOf(Reading.Good.class, Durations.read(value)));
    }

    @ParameterizedTest
    @CsvSource({"10 megabytes, 10mb", "512MiB, 512mb", "5 K, 5kb", "1.5 GiB, 1.5gb", "20 gigabytes, 20gb",
            "3 bytes, 3b",
            "many,", "4 pb,"})
    void sizesAreGuessed(String written, String meant) {
        Optional<String> guess = UnitGuesses.size(written);
        assertEquals(Optional.ofNullable(meant), guess);
        guess.ifPresent(value -> assertInstanceOf(Reading.Good.class, ByteSizes.read(value)));
    }
}
