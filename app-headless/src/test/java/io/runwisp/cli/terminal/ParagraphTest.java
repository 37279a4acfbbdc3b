package io.runwisp.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {

    @Test
    void aTextThatFitsStaysOnOneLine() {
        assertEquals(List.of("write 30s"), Paragraph.lines("write 30s", 9));
        assertEquals(List.of(""), Paragraph.lines("", 9));
    }

    @Test
    void linesBreakAtTheLastBlankThatFits() {
        assertEquals(List.of("a duration", "such as", "\"90s\""), Paragraph.lines("a duration such as \"90s\"", 10));
    }

    @Test
    void aWordThatIsTooWideStaysWhole() {
        assertEquals(List.of("see", "/etc/runwisp/runwisp.toml", "there"),
                Paragraph.lines("see /etc/runwisp/runwisp.toml there", 10));
    }

    @Test
    void widthIsCountedInColumns() {
        assertEquals(List.of("日本", "日本"), Paragraph.lines("日本 日本", 8));
    }
}
