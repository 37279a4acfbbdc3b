package io.runwisp.cli;

import io.runwisp.cli.terminal.Paragraph;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Tone;
import io.runwisp.cli.terminal.VisibleText;
import java.util.List;

/**
 * What a command says when it cannot do its work.
 *
 * @param title what is wrong, a sentence
 * @param details why, and what to do: a sentence or two each
 */
public record ErrorMessage(String title, List<String> details) {

    private static final String LEAD = "Error: ";

    public ErrorMessage {
        details = List.copyOf(details);
    }

    /** Prints the title, an empty line and the details. */
    public void print(Printer printer) {
        String before = printer.paint(Tone.BAD, LEAD);
        for (String line : lines(printer, title, LEAD.length())) {
            printer.line(before + printer.paint(Tone.STRONG, line));
            before = " ".repeat(LEAD.length());
        }
        if (!details.isEmpty()) {
            printer.line();
        }
        for (String detail : details) {
            for (String line : lines(printer, detail, 0)) {
                printer.line(line);
            }
        }
    }

    private static List<String> lines(Printer printer, String text, int indent) {
        return Paragraph.lines(VisibleText.of(text, printer.glyphs()), printer.width() - indent);
    }
}
