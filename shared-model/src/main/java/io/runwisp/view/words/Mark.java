package io.runwisp.view.words;

import io.runwisp.model.Word;
import java.util.Locale;

/** The sign of a state, for screens that have it and for those that have letters only. */
public enum Mark implements Word {
    /** It went well. */
    SUCCEEDED('\u2713', '+'),
    /** It runs. */
    RUNNING('\u25cf', '*'),
    /** It failed. */
    FAILED('\u2717', 'x'),
    /** It is late, or not as well as it should be. */
    DEGRADED('\u25b2', '!'),
    /** It waits. */
    WAITING('\u25cc', 'o'),
    /** Its time passed without it. */
    MISSED('\u25c6', '?'),
    /** It was stopped, skipped, or runs by hand only. */
    OFF('\u25a0', '-'),
    /** Its schedule is paused. */
    PAUSED('\u2016', '='),
    /** It was given up, or died with the daemon. */
    DEAD('\u2620', '#');

    private final char glyph;
    private final char letter;

    Mark(char glyph, char letter) {
        this.glyph = glyph;
        this.letter = letter;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sign. */
    public char glyph() {
        return glyph;
    }

    /** What stands for it where there are no glyphs. */
    public char letter() {
        return letter;
    }
}
