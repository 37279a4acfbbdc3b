package io.runwisp.cli.remote;

import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.wire.log.LineStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints lines of logs: what a run wrote to its error stream goes to ours. On a terminal the colours of a line stay and everything else that could steer the
 * terminal is made visible; a pipe gets the text without colours. May be called by several threads.
 */
final class LinePrinter {

    private static final char ESCAPE = '\u001b';

    private final Printer out;
    private final Printer err;
    private @Nullable Printer last;

    LinePrinter(Printer out, Printer err) {
        this.out = out;
        this.err = err;
    }

    /** A line behind what tells whose it is. */
    synchronized void line(String prefix, String stream, String text) {
        Printer printer = stream.equals(LineStream.STDERR.word()) ? err : out;
        if (last != null && !printer.equals(last)) {
            last.flush();
        }
        last = printer;
        printer.line(printer.paint(io.runwisp.cli.terminal.Tone.QUIET, prefix) + shown(text, printer));
    }

    /** Something about a log that is not in it. */
    synchronized void note(String text) {
        out.flush();
        err.line(err.paint(io.runwisp.cli.terminal.Tone.QUIET, text));
        err.flush();
    }

    /** Hands on what was printed. */
    synchronized void flush() {
        out.flush();
        err.flush();
    }

    private static String shown(String text, Printer printer) {
        if (text.indexOf(ESCAPE) < 0) {
            return printer.terminal() ? safe(text, printer) : text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        boolean coloured = false;
        for (int i = text.indexOf(ESCAPE); i >= 0; i = text.indexOf(ESCAPE, from)) {
            int end = endOfColour(text, i);
            shown.append(piece(text.substring(from, end < 0 ? i + 1 : i), printer));
            if (end >= 0 && printer.colour()) {
                shown.append(text, i, end);
                coloured = true;
            }
            from = end < 0 ? i + 1 : end;
        }
        shown.append(piece(text.substring(from), printer));
        return coloured ? shown.append(ESCAPE).append("[0m").toString() : shown.toString();
    }

    private static String piece(String text, Printer printer) {
        return printer.terminal() ? safe(text, printer) : text;
    }

    private static String safe(String text, Printer printer) {
        if (text.indexOf('\t') < 0) {
            return VisibleText.of(text, printer.glyphs());
        }
        StringBuilder safe = new StringBuilder(text.length());
        int from = 0;
        for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
            safe.append(VisibleText.of(text.substring(from, tab), printer.glyphs())).append('\t');
            from = tab + 1;
        }
        return safe.append(VisibleText.of(text.substring(from), printer.glyphs())).toString();
    }

    /** Behind a sequence that sets colours, or -1 when it is none. */
    private static int endOfColour(String text, int escape) {
        int i = escape + 1;
        if (i >= text.length() || text.charAt(i) != '[') {
            return -1;
        }
        i++;
        while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == ';'
                || text.charAt(i) == ':')) {
            i++;
        }
        return i < text.length() && text.charAt(i) == 'm' ? i + 1 : -1;
    }
}
