package io.runwisp.output.terminal;

import io.runwisp.output.terminal.StreamText.Lines;

/** Hands finished lines on, none longer than {@link StreamText#LONGEST_LINE}, and remembers whether the next one goes on with the last. */
final class LineOutput {

    private final Lines lines;
    private boolean continued;

    LineOutput(Lines lines) {
        this.lines = lines;
    }

    /** A part of a line that was too long. */
    void part(byte[] text, int from, int to) {
        write(text, from, to);
        continued = true;
    }

    /** A line, or what remained of one. */
    void line(byte[] text, int from, int to) {
        write(text, from, to);
        continued = false;
    }

    private void write(byte[] text, int from, int to) {
        int done = from;
        while (to - done > StreamText.LONGEST_LINE) {
            int cut = Utf8.boundary(text, done, done + StreamText.LONGEST_LINE);
            lines.line(text, done, cut, continued);
            continued = true;
            done = cut;
        }
        lines.line(text, done, to, continued);
    }
}
