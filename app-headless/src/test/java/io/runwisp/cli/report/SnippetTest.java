package io.runwisp.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Glyphs;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnippetTest {

    /** The line and its marks, as they stand under each other; the part to mark stands between brackets. */
    private static String drawn(String line, int room) {
        int start = line.indexOf('[');
        int end = line.indexOf(']') - 1;
        String plain = line.replace("[", "").replace("]", "");
        return drawn(Snippet.of(plain, start, end - start, room, Glyphs.UNICODE));
    }

    private static String drawn(Snippet snippet) {
        return snippet.text() + "\n" + " ".repeat(snippet.indent()) + "^".repeat(snippet.marks()) + "\n";
    }

    @Test
    void marksStandUnderTheText() {
        assertEquals("""
                timeout = "90 minutes"
                          ^^^^^^^^^^^^
                """, drawn("timeout = [\"90 minutes\"]", 80));
    }

    @Test
    void aTabIsAsWideAsItLooks() {
        assertEquals("""
                    run =   "x"
                            ^^^
                """, drawn("\trun =\t[\"x\"]", 80));
    }

    @Test
    void wideLettersTakeTwoColumnsAndTwoMarks() {
        assertEquals("""
                name = "日本語" oops
                       ^^^^^^^^
                """, drawn("name = [\"日本語\"] oops", 80));
        assertEquals("""
                name = "🚀✨" oops
                              ^^^^
                """, drawn("name = \"🚀✨\" [oops]", 80));
    }

    @Test
    void anAccentOfItsOwnTakesNoColumn() {
        assertEquals("""
                name = "gro\u0308ße" oops
                               ^^^^
                """, drawn("name = \"gro\u0308ße\" [oops]", 80));
    }

    @Test
    void controlCharactersAreDrawnAndKeepTheMarksInPlace() {
        assertEquals("""
                a = "␛[31m" b<U+200B> oops
                                      ^^^^
                """, drawn(Snippet.of("a = \"\u001b[31m\" b\u200b oops", 15, 4, 80, Glyphs.UNICODE)));
    }

    @Test
    void aPlaceBehindTheEndOfTheLineIsMarkedThere() {
        assertEquals("""
                run =
                     ^
                """, drawn(Snippet.of("run =", 5, 1, 80, Glyphs.UNICODE)));
        assertEquals("\n^\n", drawn(Snippet.of("", 0, 1, 80, Glyphs.UNICODE)));
    }

    @Test
    void aLongLineIsCutBehindTheMarksWhenTheyStandAtItsBeginning() {
        assertEquals("""
                run = "restic backup /srv --exclude…
                ^^^
                """, drawn("[run] = \"restic backup /srv --exclude-caches --one-file-system\"", 36));
    }

    @Test
    void aLongLineIsCutOnBothSidesOfTheMarks() {
        assertEquals("""
                … two three wrong four five six sev…
                            ^^^^^
                """, drawn("zero zero zero zero one two three [wrong] four five six seven eight nine", 36));
    }

    @Test
    void aLongLineIsCutBeforeTheMarksWhenTheyStandAtItsEnd() {
        assertEquals("""
                …/srv --exclude-caches --one-file = x
                                                    ^
                """, drawn("run restic backup /srv --exclude-caches --one-file = [x]", 37));
    }

    @Test
    void marksThatAreLongerThanTheLineEndWithIt() {
        String drawn = drawn("a = [\"" + "x".repeat(200) + "\"]", 30);
        assertEquals("""
                a = "xxxxxxxxxxxxxxxxxxxxxxxx…
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
                """, drawn);
    }

    @Test
    void aWideLetterThatOnlyHalfFitsLeavesABlank() {
        String cut = drawn("日日日日日日日日日日日日日日日日日日日日[x]", 20).lines().findFirst().orElseThrow();
        assertEquals(20, Columns.of(cut), cut);
    }

    /** Whatever stands in the line, the text fits, and the first mark stands under the character that it means. */
    @Test
    void marksStandUnderWhatTheyMeanInAnyLine() {
        String[] pieces = {"a", "zz", "日", "🚀", "\t", "\u0000", "e\u0301", "ﾃ", "\u202e", " "};
        Random chance = new Random(20261120);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder before = new StringBuilder();
            for (int i = chance.nextInt(60); i > 0; i--) {
                before.append(pieces[chance.nextInt(pieces.length)]);
            }
            String line = before + "X" + before.reverse().toString().replace("\u0301", "");
            int start = line.indexOf('X');
            int room = 20 + chance.nextInt(80);
            Snippet snippet = Snippet.of(line, start, 1, room, Glyphs.UNICODE);
            String shown = snippet.text();
            assertEquals(snippet.indent(), Columns.of(shown.substring(0, shown.indexOf('X'))), () -> line);
            assertEquals(true, Columns.of(shown) <= room, () -> line);
        }
    }
}
