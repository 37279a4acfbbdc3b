package io.runwisp.output.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTextTest {

    private static final int LONGEST = StreamText.LONGEST_LINE;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            lines end at LF                                 | a\\nb\\n                    | a;b
            an empty line is a line                         | a\\n\\nb\\n                 | a;;b
            an unfinished line is flushed at the end        | a\\nb                      | a;b
            CR LF ends a line too                           | a\\r\\nb\\r\\n              | a;b
            a second CR before LF changes nothing           | a\\r\\r\\nb\\n              | a;b
            TAB stays a TAB                                 | a\\tb\\n                   | a\\tb
            TAB stays one in a coloured line                | \\e[1ma\\tb\\e[m\\n         | \\e[1ma\\tb\\e[0m
            letters beyond ASCII pass                       | größe 日本 😀\\n             | größe 日本 😀
            NUL and other controls become visible           | a\\0b\\x07c\\x7fd\\n         | a␀b␇c␡d
            controls of the second range become unreadable  | a\\xc2\\x9bb text\\n        | a�b text
            broken UTF-8 is replaced, once per broken part  | a\\xffb\\xe2\\x82c text text\\n | a�b�c text text
            UTF-8 that is cut off by the end is replaced    | a text\\xe2\\x82           | a text�
            CR goes back and overwrites                     | 10%\\r20%\\r100%\\n         | 100%
            what is longer stays behind a shorter frame     | long text\\rshort\\n       | shorttext
            erasing to the end of the row leaves no rest    | long text\\rshort\\e[K\\n   | short
            erasing the row leaves nothing of it            | long text\\e[2K\\rshort\\n  | short
            erasing up to the cursor leaves blanks          | abcdef\\e[3D\\e[1Kx\\n      | "   xef"
            backspace goes back one                         | abc\\b\\bX\\n              | aXc
            a spinner leaves its last frame                 | -\\b+\\b*\\b/\\bdone\\n        | done
            the cursor moves within its row                 | abc\\e[10Gx\\e[4D-\\n       | "abc   -  x"
            an unfinished bar is flushed at the end         | 10%\\r20%                  | 20%
            a TAB that is written over becomes blanks       | a\\tb\\rxyz\\n              | "xyz     b"
            links and titles are dropped, their text stays  | \\e]8;;http://x\\e\\\\link\\e]8;;\\x07!\\n | link!
            a title that never ends ends with its line      | \\e]0;title\\nnext\\n       | ;next
            character sets and keypads are dropped          | \\e(Ba\\e=b\\e>\\n           | ab
            device strings are dropped                      | a\\ePq#1~\\e\\\\b\\n         | ab
            a broken sequence is dropped                    | a\\e[12\\nb\\n              | a;b
            bracketed paste and other modes are dropped     | \\e[?2004ha\\e[?7lb\\n      | ab
            """)
    void readsLinesAsATerminalWould(String about, String printed, String lines) {
        assertEquals(Printed.lines(lines, ';'), linesOf(Printed.bytes(printed)), about);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a colour is closed at the end of its line   | \\e[31mred\\n                  | \\e[31mred\\e[0m
            and begins again in the next                | \\e[31mred\\nstill\\e[0m not\\n | \\e[31mred\\e[0m;\\e[31mstill\\e[0m not
            one sequence takes the place of many        | \\e[1m\\e[31m\\e[4mx\\e[0m\\n    | \\e[1;4;31mx\\e[0m
            a change needs one sequence                 | \\e[31ma\\e[32mb\\e[0m\\n       | \\e[31ma\\e[0;32mb\\e[0m
            what nothing is written in is not there     | \\e[31m\\e[0mplain\\n           | plain
            bright colours                              | \\e[91;102mx\\e[m\\n            | \\e[91;102mx\\e[0m
            the palette                                 | \\e[38;5;208;48;5;17mx\\e[m\\n  | \\e[38;5;208;48;5;17mx\\e[0m
            free colours                                | \\e[38;2;1;2;3mx\\e[39my\\n     | \\e[38;2;1;2;3mx\\e[0my
            free colours with colons                    | \\e[38:2::1:2:3mx\\e[m\\n       | \\e[38;2;1;2;3mx\\e[0m
            a curly underline is an underline           | \\e[4:3mx\\e[4:0my\\n           | \\e[4mx\\e[0my
            an underline's own colour is dropped        | \\e[58;5;1;4mx\\e[m\\n          | \\e[4mx\\e[0m
            a weight is taken back alone                | \\e[1;3mx\\e[22my\\e[m\\n        | \\e[1;3mx\\e[0;3my\\e[0m
            """)
    void keepsColours(String about, String printed, String lines) {
        assertEquals(Printed.lines(lines, ';'), linesOf(Printed.bytes(printed)), about);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            what is drawn over is not committed        | \\e[?25la\\nb\\n\\e[2Ac\\nd\\n\\e[?25hend\\n                | c;d;end
            the cursor going up begins a redraw        | one\\ntwo\\n\\e[1Aup\\ndown\\n                             | one;two;up;down
            the row of the cursor goes on              | \\e[?25l* work\\r\\e[?25hdone!!\\n                           | done!!
            the alternate screen leaves its last frame | a\\n\\e[?1049hx\\ny\\e[Hz\\e[?1049lb\\n                     | a;z;y;b
            clearing commits what was there            | \\e[Hone\\e[2J\\e[Htwo\\n                                   | one;two
            the end commits what is live               | \\e[?25lbar 1\\nbar 2                                       | bar 1;bar 2
            erasing below leaves nothing below         | \\e[?25la\\nb\\nc\\e[2A\\r\\e[Jx\\e[?25h\\n                  | x
            a saved place is found again               | \\e[?25la\\e7\\nb\\e8c\\e[?25h                              | ac;b
            """)
    void playsRedrawsOut(String about, String printed, String lines) {
        assertEquals(Printed.lines(lines, ';'), linesOf(Printed.bytes(printed)), about);
    }

    @Test
    void keepsSixtyFourRowsLive() {
        StringBuilder printed = new StringBuilder("\u001b[?25l");
        for (int i = 0; i < 70; i++) {
            printed.append("row ").append(i).append('\n');
        }
        List<String> lines = new ArrayList<>();
        StreamText text = new StreamText(Redactor.NONE, collect(lines));
        take(text, printed.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("row 0", "row 1", "row 2", "row 3", "row 4", "row 5", "row 6"), lines);
        assertEquals(63, text.region().size());
        text.end();
        assertEquals(70, lines.size());
    }

    @Test
    void splitsALineThatIsTooLongAndSaysSo() {
        List<String> parts = new ArrayList<>();
        StreamText text = new StreamText(Redactor.NONE, (bytes, from, to, continued) -> parts
            .add((continued ? "+" : "") + (to - from)));
        take(text, ("x".repeat(2 * LONGEST + 5) + "\nshort\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("65536", "+65536", "+5", "5"), parts);
    }

    @Test
    void doesNotSplitALineThatIsJustLongEnough() {
        assertEquals(List.of("x".repeat(LONGEST)),
                linesOf(("x".repeat(LONGEST) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void splitsBetweenCharacters() {
        List<String> lines = linesOf(("x" + "é".repeat(LONGEST)).getBytes(StandardCharsets.UTF_8));
        assertEquals("x" + "é".repeat(LONGEST), String.join("", lines));
        assertTrue(lines.stream().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= LONGEST));
    }

    @Test
    void splitsALongColouredLineIntoClosedParts() {
        List<String> lines = linesOf(("\u001b[1m" + "é".repeat(LONGEST)).getBytes(StandardCharsets.UTF_8));
        assertTrue(lines.size() > 1);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("\u001b[1m") && line.endsWith("\u001b[0m")));
        assertTrue(lines.stream().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= LONGEST));
        assertEquals(LONGEST, lines.stream().mapToInt(line -> line.length() - 8).sum());
    }

    @Test
    void writesALineOfBytesAsBytes() {
        assertEquals(List.of("[binary] \\xff\\xfe\\xfd\\x00ab\\x1b[1m\\x5c", "text"),
                linesOf(Printed.bytes("\\xff\\xfe\\xfd\\0ab\\e[1m\\\\\\ntext\\n")));
    }

    @Test
    void writesALongLineOfBytesInParts() {
        byte[] printed = new byte[LONGEST];
        Arrays.fill(printed, (byte) 0xFF);
        List<String> lines = linesOf(printed);
        assertEquals(4 * LONGEST, lines.stream().mapToInt(line -> line.replace("[binary] ", "").length()).sum());
    }

    @Test
    void showsWhatIsNotFinished() {
        StreamText text = new StreamText(Redactor.NONE, collect(new ArrayList<>()));
        take(text, Printed.bytes("line\\nname: "));
        assertEquals(List.of("name: "), text.region());
        take(text, Printed.bytes("\\r10%\\e[K"));
        assertEquals(List.of("10%"), text.region());
        take(text, Printed.bytes("\\n"));
        assertEquals(List.of(), text.region());
    }

    static List<String> linesOf(byte[] printed) {
        List<String> lines = new ArrayList<>();
        StreamText text = new StreamText(Redactor.NONE, collect(lines));
        take(text, printed);
        text.end();
        return lines;
    }

    static StreamText.Lines collect(List<String> lines) {
        return (text, from, to, continued) -> lines.add(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    private static void take(StreamText text, byte[] bytes) {
        text.take(bytes, 0, bytes.length);
    }
}
