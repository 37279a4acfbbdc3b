package io.runwisp.cli.terminal;

import java.io.PrintStream;

/**
 * One stream to write lines to, and what can be shown on it.
 *
 * @param stream where the text goes, encoded as UTF-8
 * @param terminal whether a person watches
 * @param colour whether tones are shown as colours
 * @param width how many columns a line may take
 */
public record Printer(PrintStream stream, boolean terminal, boolean colour, Glyphs glyphs, int width) {

    /** Writes a line; the line end is LF everywhere. */
    public void line(String text) {
        stream.print(text);
        stream.print('\n');
    }

    /** Writes an empty line. */
    public void line() {
        stream.print('\n');
    }

    /** The text in its tone, or as it is where there are no colours. */
    public String paint(Tone tone, String text) {
        return colour ? tone.around(text) : text;
    }

    /** Hands everything written so far to the system. */
    public void flush() {
        stream.flush();
    }
}
