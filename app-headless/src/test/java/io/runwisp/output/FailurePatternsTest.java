package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailurePatternsTest {

    private static final String LETTERS = "abAB |:7 kKsS\u212a\u017f";

    /** The shortcut by a fixed text must never change an answer. */
    @ParameterizedTest
    @ValueSource(strings = {"ab", "(?i)ab", "ab|ba", "(?i)ab|7:", "^ab$", "(a|b): 7", "a|", "(?i)ks", "(?i)k", "[a|b]7",
            "a\\|b", "a+b*", "(?i)(?-i)AB", "ab?7", "a.b|7.7", "(?:ab){2}|7", "", "a{0}b7"})
    void answersAsTheExpressionDoes(String pattern) {
        Random random = new Random(pattern.hashCode());
        Pattern expression = Pattern.compile(pattern);
        for (int i = 0; i < 2000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                line.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertEquals(expression.matcher(line.toString()).find(), isFound(pattern, line.toString()),
                    "«" + pattern + "» in «" + line + "»");
        }
    }

    @Test
    void withoutPatternsNothingIsLookedAt() {
        assertFalse(new FailurePatterns(List.of()).isLooking());
    }

    @Test
    void afterTheFirstMatchNothingIsLookedAt() {
        FailurePatterns patterns = new FailurePatterns(List.of("a", "b"));
        look(patterns, "xbx");
        assertFalse(patterns.isLooking());
        assertEquals("b", patterns.found().orElseThrow().pattern());
    }

    @Test
    void aLongLineIsToldByItsBeginningAndNotCutWithinACharacter() {
        FailurePatterns patterns = new FailurePatterns(List.of("end$"));
        look(patterns, "x" + "ö".repeat(400) + "end");
        String text = patterns.found().orElseThrow().text();
        assertTrue(text.endsWith("ö"), text);
        assertEquals(511, text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static boolean isFound(String pattern, String line) {
        FailurePatterns patterns = new FailurePatterns(List.of(pattern));
        look(patterns, line);
        return patterns.found().isPresent();
    }

    private static void look(FailurePatterns patterns, String line) {
        byte[] bytes = ("<<" + line + ">>").getBytes(StandardCharsets.UTF_8);
        patterns.look(bytes, 2, bytes.length - 2, OptionalLong.empty());
    }
}
