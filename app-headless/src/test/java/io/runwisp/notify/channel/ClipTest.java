package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClipTest {

    private static final int[] ALPHABET = {'a', 'ß', '&', '<', '>', '"', '\\', '`', '_', '*', '…', 'é', 0x301, 0x200d,
            0x1f600, 0x1f468, 0x10ffff, '\n', ' ', 0x4e2d, 0xd800, 0xdfff, 0, 7};

    @Test
    void nothingIsCutThroughAndNothingIsLongerThanItMayBe() throws CharacterCodingException {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String text = Clip.clean(random(random, random.nextInt(40)));
            int most = 4 + random.nextInt(60);
            for (Escape escape : Escape.values()) {
                String units = Clip.units(text, most, escape);
                String bytes = Clip.bytes(text, most, escape);
                String where = "seed " + seed + ", round " + round + ", " + escape + ", most " + most;
                assertTrue(units.length() <= most, where);
                assertTrue(utf8(bytes) <= most, where);
                assertIsBeginning(units, text, escape, where);
                assertIsBeginning(bytes, text, escape, where);
                assertTrue(!escape.of(text).equals(units) || escape.of(text).length() <= most, where);
                if (escape.of(text).length() <= most) {
                    assertEquals(escape.of(text), units, where);
                }
            }
        }
    }

    /** What is shown is a whole number of characters of the text, each with the whole of its escape, and then perhaps an ellipsis. */
    private static void assertIsBeginning(String shown, String text, Escape escape, String where) {
        String end = escape.of("…");
        int[] points = text.codePoints().toArray();
        boolean found = IntStream.rangeClosed(0, points.length)
            .mapToObj(count -> escape.of(new String(points, 0, count)))
            .anyMatch(beginning -> shown.equals(beginning + end) || shown.equals(escape.of(text)) || shown.isEmpty());
        assertTrue(found, where + ": " + shown);
    }

    @Test
    void theCheckOfThisTestFindsACutEscape() {
        org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class,
                () -> assertIsBeginning("a&am…", "a&b", Escape.HTML, "planted"));
    }

    @Test
    void aTailHasThreeLinesAndThreeHundredBytesOfWholeCharacters() throws CharacterCodingException {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            List<String> lines = IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> random(random, random.nextInt(200)).replace('\n', ' '))
                .toList();
            String tail = Clip.tail(lines);
            String where = "seed " + seed + ", round " + round;
            assertTrue(utf8(tail) <= 300, where);
            assertTrue(tail.lines().count() <= 3, where);
        }
    }

    @Test
    void aTailIsWhatWasSaidLast() {
        assertEquals("", Clip.tail(List.of("", "  ")));
        assertEquals("b\nc\nd", Clip.tail(List.of("a", "b", "", "c  ", "\t", "d", "")));
        assertEquals("…" + "ä".repeat(148) + "!", Clip.tail(List.of("ä".repeat(400) + "!")));
    }

    @Test
    void noOutputEndsItsBlock() {
        assertEquals("`x` ok", Clip.fenced("`x` ok"));
        for (int marks = 0; marks < 20; marks++) {
            assertTrue(!Clip.fenced("`".repeat(marks)).contains("```"), marks + " marks");
        }
    }

    @Test
    void whatNoProviderTakesIsReplaced() {
        assertEquals("a\ufffdb c\nd", Clip.clean("a\ud800b\u0007c\r\nd"));
        assertEquals("a b", Clip.line(" a\r\nb\n"));
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    /** Fails where half a character is left. */
    private static int utf8(String text) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text)).remaining();
    }
}
