package io.runwisp.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            runwisp,           7, plain letters take one
            größe,             5, letters with accents take one
            'gro\u0308ße',     5, an accent of its own takes none
            日本語,            6, Chinese and Japanese letters take two
            한국,              4, a Korean syllable takes two
            'ᄒ\u1161\u11ab',  2, a Korean syllable in pieces takes two in all
            ﾃｽﾄ,               3, half-width letters take one
            ＡＢ,              4, full-width letters take two
            🚀✨,              4, emoji take two
            🇦🇹,               2, a flag takes two in all
            ✓…,                2, our own glyphs take one
            'a\u200db',        2, a joiner takes none
            𠀀,                2, letters beyond the first plane are counted once
            '',                0, nothing takes none
            """)
    void widthIsThatOfATerminal(String text, int columns, String because) {
        assertEquals(columns, Columns.of(text), because);
    }

    @ParameterizedTest(name = "{0} in {1} columns is {2}")
    @CsvSource(textBlock = """
            backup,          6, backup
            backup-orders,   8, backup-…
            日本語データ,    7, 日本語…
            日本語データ,    6, 日本…
            two words here,  5, two…
            backup,          1, …
            """)
    void whatDoesNotFitIsCutAndNeverWiderThanAsked(String text, int limit, String expected) {
        assertEquals(expected, Columns.cut(text, limit, "…"));
    }

    @Test
    void anAsciiEllipsisTakesThreeColumnsAndFallsAwayWhereItDoesNotFit() {
        assertEquals("back...", Columns.cut("backup-orders", 7, "..."));
        assertEquals("", Columns.cut("backup-orders", 2, "..."));
    }

    @Test
    void paddingCountsColumns() {
        assertEquals("日本  |", Columns.pad("日本", 6) + "|");
        assertEquals("too wide|", Columns.pad("too wide", 3) + "|");
    }
}
