package io.runwisp.output.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private static final int LONGEST = StreamText.LONGEST_LINE;

    @Test
    void hidesEveryValueWhereverItStands() {
        assertEquals(List.of("[redacted] and [redacted]", "x[redacted]y"),
                lines("hunter2 and s3cret\nxhunter2y\n", "hunter2", "s3cret"));
    }

    @Test
    void hidesTheLongestOfValuesThatBeginAlike() {
        assertEquals(List.of("[redacted]!"), lines("abcdef!\n", "abc", "abcdef"));
    }

    @Test
    void hidesAllThatOverlappingValuesCover() {
        assertEquals(List.of("-[redacted]-"), lines("-abcXdd-\n", "abcX", "cXdd"));
    }

    @Test
    void hidesAValueInAColouredLineAndOneWithColoursInIt() {
        assertEquals(List.of("\u001b[31m[redacted]\u001b[0m"), lines("\u001b[31mhunter2\u001b[0m\n", "hunter2"));
        assertEquals(List.of("a [redacted] b"), lines("a hun\u001b[31mter\u001b[0m2 b\n", "hunter2"));
    }

    @Test
    void hidesAValueInALineOfBytes() {
        String line = String.join("\n",
                linesOf(Printed.bytes("\\xff\\xff\\xff\\xffhunter2\\xff\\xff\\xff\\n"), "hunter2"));
        assertEquals("[binary] \\xff\\xff\\xff\\xff[redacted]\\xff\\xff\\xff", line);
    }

    @Test
    void hidesEachLineOfALongValueButNotItsBraces() {
        assertEquals(List.of("{", "[redacted]", "}"),
                lines("{\n  \"key\": \"value\"\n}\n", "{\n  \"key\": \"value\"\n}"));
    }

    @Test
    void hidesAValueThatLiesOverTheEndOfATooLongLine() {
        for (int before = LONGEST - 8; before <= LONGEST; before++) {
            String all = String.join("", lines("x".repeat(before) + "hunter2" + "y".repeat(LONGEST) + "\n", "hunter2"));
            assertEquals("x".repeat(before) + "[redacted]" + "y".repeat(LONGEST), all);
            String drawn = String.join("", lines("\rx".repeat(1) + "x".repeat(before - 1) + "hunter2\n", "hunter2"));
            assertEquals("x".repeat(before) + "[redacted]", drawn);
        }
    }

    @Test
    void showsNoBeginningOfAValueWhileTheLineIsNotFinished() {
        StreamText text = new StreamText(Redactor.of(List.of("hunter2")), (bytes, from, to, continued) -> {
        });
        for (String printed : List.of("password: hun", "\rpassword: \u001b[1mhunte")) {
            byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
            text.take(bytes, 0, bytes.length);
            assertEquals(List.of("password: "), text.region());
        }
    }

    @Test
    void anEmptyValueCountsForNothing() {
        assertEquals(List.of("text"), lines("text\n", ""));
    }

    @Test
    void whatIsSplitOverLinesIsNotFound() {
        assertFalse(lines("hun\nter2\n", "hunter2").contains("[redacted]"));
    }

    private static List<String> lines(String printed, String... secrets) {
        return linesOf(printed.getBytes(StandardCharsets.UTF_8), secrets);
    }

    private static List<String> linesOf(byte[] printed, String... secrets) {
        List<String> lines = new ArrayList<>();
        StreamText text = new StreamText(Redactor.of(List.of(secrets)), StreamTextTest.collect(lines));
        text.take(printed, 0, printed.length);
        text.end();
        return lines;
    }
}
