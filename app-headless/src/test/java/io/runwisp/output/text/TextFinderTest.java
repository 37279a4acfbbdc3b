package io.runwisp.output.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextFinderTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());

    @Test
    void bytesAreFoundWhereANaiveSearchFindsThem() {
        Random random = new Random(SEED);
        for (int i = 0; i < 30_000; i++) {
            String text = letters(random, 3, random.nextInt(80));
            String query = letters(random, 3, 1 + random.nextInt(5));
            boolean caseSensitive = random.nextBoolean();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            int expected = naive(text.substring(from, to), query, caseSensitive);
            int found = TextFinder.of(query, caseSensitive).find(bytes, from, to);
            assertEquals(expected < 0 ? -1 : from + expected, found,
                    () -> "seed " + SEED + ": <" + query + "> in <" + text.substring(from, to) + ">");
        }
    }

    @Test
    void textBeyondAsciiIsFoundInAnyCase() {
        assertFound("größe", "Die GRÖßE zählt", "GRÖßE");
        assertFound("ОШИБКА", "это ошибка 42", "ошибка");
        assertFound("kelvin°", "300 \u212aELVIN° here", "\u212aELVIN°");
        assertFound("\u2c65b", "x\u023aB", "\u023aB");
        assertFound("日本", "in 日本語", "日本");
        assertFound("x😀Y", "aX😀yb", "X😀y");
        assertFound("éé", "ÉÈÉé!", "Éé");
    }

    @Test
    void textBeyondAsciiIsNotFoundWhereItIsNot() {
        for (String text : new String[]{"grö", "GROSSE", "größ", "\u00c3", ""}) {
            assertEquals(-1, find("größe", text.getBytes(StandardCharsets.UTF_8)), text);
        }
        assertEquals(-1, find("éa", new byte[]{(byte) 0xc3}));
        assertEquals(-1, find("ñé", new byte[]{(byte) 0xff, (byte) 0xc3, (byte) 0xa9, (byte) 0xa9}));
    }

    @Test
    void randomTextBeyondAsciiIsFoundWhereANaiveSearchFindsIt() {
        Random random = new Random(SEED);
        String alphabet = "aÄäßéÉШш日K\u212as\u017f";
        for (int i = 0; i < 300; i++) {
            String text = drawn(random, alphabet, random.nextInt(30));
            String query = "é" + drawn(random, alphabet, random.nextInt(3));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int found = TextFinder.of(query, false).find(bytes, 0, bytes.length);
            int expected = naive(folded(text), folded(query), true);
            assertEquals(expected >= 0, found >= 0, () -> "seed " + SEED + ": <" + query + "> in <" + text + ">");
        }
    }

    private static void assertFound(String query, String text, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = find(query, bytes);
        assertTrue(at >= 0, query + " in " + text);
        String rest = new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
        assertTrue(rest.startsWith(expected), rest);
    }

    private static int find(String query, byte[] bytes) {
        return TextFinder.of(query, false).find(bytes, 0, bytes.length);
    }

    private static int naive(String text, String query, boolean caseSensitive) {
        return caseSensitive ? text.indexOf(query)
                : text.toLowerCase(Locale.ROOT)
                    .indexOf(query.toLowerCase(Locale.ROOT));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints()
            .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
            .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static String letters(Random random, int variety, int length) {
        return drawn(random, "aB" + "@`-xQ".substring(0, variety), length);
    }

    private static String drawn(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
