package io.runwisp.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {

    static List<Arguments> hidden() {
        return List.of(
                Arguments.of("\033[31mred", "␛[31mred", "^[[31mred", "an escape sequence cannot colour the terminal"),
                Arguments.of("a\0b", "a␀b", "a^@b", "NUL"),
                Arguments.of("a\007b", "a␇b", "a^Gb", "the bell stays silent"),
                Arguments.of("two\nlines", "two␊lines", "two^Jlines", "a line end stays on the line"),
                Arguments.of("a\177b", "a␡b", "a^?b", "DEL"),
                Arguments.of("a\u009bb", "a<U+009B>b", "a<U+009B>b", "a control sequence of one byte"),
                Arguments.of("\ufeffkey", "<U+FEFF>key", "<U+FEFF>key", "a byte order mark"),
                Arguments.of("a\u202eb", "a<U+202E>b", "a<U+202E>b", "a mark that turns the writing direction"),
                Arguments.of("a\u200bb", "a<U+200B>b", "a<U+200B>b", "a blank without width"),
                Arguments.of("a\u2028b", "a<U+2028>b", "a<U+2028>b", "a line end of Unicode"),
                Arguments.of("größe 日本 🚀", "größe 日本 🚀", "größe 日本 🚀", "letters and pictures stay"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("hidden")
    void whatCannotBeSeenIsDrawn(String text, String unicode, String ascii, String because) {
        assertEquals(unicode, VisibleText.of(text, Glyphs.UNICODE), because);
        assertEquals(ascii, VisibleText.of(text, Glyphs.ASCII), because);
    }

    @Test
    void halfOfAPairIsNamed() {
        assertEquals("a<U+D83D>", VisibleText.of("a\ud83d", Glyphs.UNICODE));
    }

    @Test
    void plainTextIsNotCopied() {
        String text = "tasks.backup";
        assertSame(text, VisibleText.of(text, Glyphs.UNICODE));
    }
}
