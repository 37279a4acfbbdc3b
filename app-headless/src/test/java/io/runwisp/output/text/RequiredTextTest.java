package io.runwisp.output.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "timeout timeout",
            "worker-1[0-9].*took=1\\d\\d9ms worker-1",
            "^error:.+disk$ error:",
            "a\\.b\\.c+d a.b.c",
            "colou?r colo",
            "abc{2}d ab",
            "größe größe",
            "status=(404|500) -",
            "foo|bar -",
            "(?i)foo -",
            "\\Qfoo\\E -",
            "[^a]foo -",
            "[]a]foo foo",
            "[[:alpha:]]foo -",
            "\\p{Greek}foo -",
            "x*y? -"})
    void onlyWhatEveryMatchContainsIsRequired(String expression, String required) {
        assertEquals(required.equals("-") ? Optional.empty() : Optional.of(required),
                RequiredText.of(expression, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"timeout timeout", "kelvin elvin", "disk.full full", "grüße gr", "sk -"})
    void inAnyCaseCharactersThatFoldBeyondAsciiAreLeftOut(String expression, String required) {
        assertEquals(required.equals("-") ? Optional.empty() : Optional.of(required),
                RequiredText.of(expression, false));
    }
}
