package io.runwisp.cli.remote;

import io.runwisp.cli.terminal.Glyphs;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;

/** What the views mean, in the colours and signs of a terminal. */
final class Tones {

    private Tones() {
    }

    static io.runwisp.cli.terminal.Tone of(Tone tone) {
        return switch (tone) {
            case GOOD -> io.runwisp.cli.terminal.Tone.GOOD;
            case ACTIVE, WAIT -> io.runwisp.cli.terminal.Tone.ACCENT;
            case BAD -> io.runwisp.cli.terminal.Tone.BAD;
            case WARN -> io.runwisp.cli.terminal.Tone.WARNING;
            case QUIET -> io.runwisp.cli.terminal.Tone.QUIET;
        };
    }

    static String sign(Mark mark, Printer printer) {
        return Character.toString(printer.glyphs() == Glyphs.UNICODE ? mark.glyph() : mark.letter());
    }

    static String safe(String text, Printer printer) {
        return VisibleText.of(text, printer.glyphs());
    }
}
