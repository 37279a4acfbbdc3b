package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "a", "_", "PATH", "a1", "_1", "A_b_3"})
    void takesLettersDigitsAndUnderscores(String key) {
        assertEquals(Optional.empty(), EnvNames.faultOfKey(key));
    }

    @ParameterizedTest
    @CsvSource({
            "'',the name is empty",
            "1A,the name begins with a digit",
            "A-B,the name has a character outside A-Z a-z 0-9 _",
            "A B,the name has a character outside A-Z a-z 0-9 _",
            "Ä,the name has a character outside A-Z a-z 0-9 _",
            "A=B,the name has a character outside A-Z a-z 0-9 _"})
    void refusesOtherKeysWithoutRepeatingThem(String key, String reason) {
        assertEquals(Optional.of(reason), EnvNames.faultOfKey(key));
    }

    @Test
    void limitsValuesInBytesNotInCharacters() {
        Optional<String> tooLong = Optional.of("the value is longer than 32 KiB");
        assertEquals(Optional.empty(), EnvNames.faultOfValue(""));
        assertEquals(Optional.empty(), EnvNames.faultOfValue("x".repeat(32 * 1024)));
        assertEquals(tooLong, EnvNames.faultOfValue("x".repeat(32 * 1024 + 1)));
        assertEquals(Optional.empty(), EnvNames.faultOfValue("ä".repeat(16 * 1024)));
        assertEquals(tooLong, EnvNames.faultOfValue("ä".repeat(16 * 1024) + "x"));
        assertEquals(tooLong, EnvNames.faultOfValue("€".repeat(10_923)));
    }

    @Test
    void refusesNulAndNamesTheKeyFaultFirst() {
        assertEquals(Optional.of("the value contains a NUL character"), EnvNames.fault("A", "s3cret\0"));
        assertEquals(Optional.of("the name is empty"), EnvNames.fault("", "s3cret\0"));
        assertEquals(Optional.empty(), EnvNames.fault("A", "s3cret"));
    }
}
