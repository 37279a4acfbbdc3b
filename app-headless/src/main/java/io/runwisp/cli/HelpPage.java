package io.runwisp.cli;

import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Paragraph;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Tone;
import java.util.ArrayList;
import java.util.List;

/** Draws the help: aligned, wrapped to the terminal, the same for a terminal and a pipe. */
final class HelpPage {

    private static final int WIDEST = 100;
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final Printer printer;

    HelpPage(Printer printer) {
        this.printer = printer;
    }

    /** A term and what it means. */
    private record Entry(String term, String meaning) {
    }

    /** What RunWisp is and which commands it has. */
    void overview(List<Command> commands) {
        text("RunWisp runs scheduled tasks and keeps services alive on one machine, from one file: runwisp.toml.");
        heading("Usage");
        printer.line(INDENT + "runwisp <command> [options]");
        List<Entry> entries = new ArrayList<>();
        for (Command command : commands) {
            entries.add(new Entry(command.manual().name(), command.manual().summary()));
        }
        section("Commands", entries);
        section("Options of every command", options(GlobalOptions.ALL));
        printer.line();
        text("\"runwisp help <command>\" explains one of them.");
    }

    /** One command. */
    void command(Manual manual) {
        text("runwisp " + manual.name() + ": " + manual.summary() + ".");
        heading("Usage");
        StringBuilder usage = new StringBuilder("runwisp ").append(manual.name());
        List<Entry> operands = new ArrayList<>();
        for (Manual.Operand operand : manual.operands()) {
            usage.append(" [").append(operand.name()).append(operand.many() ? "...]" : "]");
            operands.add(new Entry(operand.name(), operand.summary()));
        }
        printer.line(INDENT + usage + " [options]");
        for (String paragraph : manual.details()) {
            printer.line();
            text(paragraph);
        }
        section("Arguments", operands);
        section("Options", options(manual.options()));
        section("Options of every command", options(GlobalOptions.ALL));
        List<Entry> examples = new ArrayList<>();
        for (Manual.Example example : manual.examples()) {
            examples.add(new Entry(example.line(), example.meaning()));
        }
        section("Examples", examples);
    }

    private static List<Entry> options(List<Option> options) {
        List<Entry> entries = new ArrayList<>();
        for (Option option : options) {
            String letter = option.letter() == Option.NO_LETTER ? "    " : "-" + option.letter() + ", ";
            String value = option.takesValue() ? " " + option.valueName() : "";
            entries.add(new Entry(letter + option.typed() + value, option.summary()));
        }
        return entries;
    }

    private void section(String title, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        heading(title);
        int widest = 0;
        for (Entry entry : entries) {
            widest = Math.max(widest, Columns.of(entry.term()));
        }
        String margin = " ".repeat(INDENT.length() + widest + GAP.length());
        for (Entry entry : entries) {
            String before = INDENT + printer.paint(Tone.ACCENT, entry.term())
                    + " ".repeat(widest - Columns.of(entry.term())) + GAP;
            for (String line : Paragraph.lines(entry.meaning(), width() - margin.length())) {
                printer.line(before + line);
                before = margin;
            }
        }
    }

    private void heading(String title) {
        printer.line();
        printer.line(printer.paint(Tone.STRONG, title));
    }

    private void text(String paragraph) {
        Paragraph.lines(paragraph, width()).forEach(printer::line);
    }

    private int width() {
        return Math.min(WIDEST, printer.width());
    }
}
