package io.runwisp.cli.report;

import io.runwisp.cli.terminal.Paragraph;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Tone;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.config.language.SecretText;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import io.runwisp.config.problem.Problem.Severity;
import io.runwisp.config.problem.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints problems the way a colleague points at a line: what is wrong, where, the line itself with a mark under the
 * spot, what was expected and what to do.
 */
public final class ProblemReport {

    private static final String EXPECTED = "expected: ";
    private static final String HELP = "help: ";

    private final Printer printer;
    private final IdentityHashMap<SourceFile, SecretText> sources = new IdentityHashMap<>();

    /** A report that goes to the given printer. */
    public ProblemReport(Printer printer) {
        this.printer = printer;
    }

    /** Prints them all, with an empty line between two. */
    public void print(List<Problem> problems) {
        for (int i = 0; i < problems.size(); i++) {
            if (i > 0) {
                printer.line();
            }
            print(problems.get(i));
        }
    }

    /** Prints errors, then warnings, then how many of each there are. */
    public void printWithCount(List<Problem> errors, List<Problem> warnings) {
        List<Problem> all = new ArrayList<>(errors);
        all.addAll(warnings);
        print(all);
        printer.line();
        printer.line(printer.paint(Tone.STRONG, count(errors, warnings)));
    }

    private String count(List<Problem> errors, List<Problem> warnings) {
        Set<String> files = new HashSet<>();
        for (Problem problem : errors) {
            files.add(problem.place().file().shown());
        }
        String where = files.size() == 1 ? visible(files.iterator().next()) : files.size() + " files";
        String also = warnings.isEmpty() ? "" : ", and " + Counted.of(warnings.size(), "warning");
        return Counted.of(errors.size(), "problem") + " in " + where + also + ".";
    }

    private void print(Problem problem) {
        boolean error = problem.severity() == Severity.ERROR;
        String word = error ? "error: " : "warning: ";
        Tone tone = error ? Tone.BAD : Tone.WARNING;
        paragraph(printer.paint(tone, word), word.length(), Tone.STRONG, problem.message());
        Place place = problem.place();
        int gutter = place.line() > 0 ? Integer.toString(place.line()).length() : 1;
        String margin = " ".repeat(gutter);
        printer.line(margin + printer.paint(Tone.ACCENT, "-->") + " " + location(place, problem.key()));
        if (place.line() > 0) {
            snippet(place, margin, tone);
        }
        note(margin, EXPECTED, problem.expected());
        note(margin, HELP, problem.remedy());
    }

    private String location(Place place, String key) {
        String file = visible(place.file().shown());
        String spot = place.line() > 0 ? file + ":" + place.line() + ":" + place.column() : file;
        return key.isEmpty() ? spot : spot + "  " + printer.paint(Tone.QUIET, visible(key));
    }

    private void snippet(Place place, String margin, Tone tone) {
        String line = place.file().line(place.line());
        String shown = sources.computeIfAbsent(place.file(), SecretText::in).shown(place.line());
        ShownSpan span = ShownSpan.of(line, shown, place.column() - 1, place.length());
        int room = printer.width() - margin.length() - 3;
        Snippet snippet = Snippet.of(shown, span.start(), span.length(), room, printer.glyphs());
        String bar = printer.paint(Tone.ACCENT, "|");
        printer.line(margin + " " + bar);
        printer.line(printer.paint(Tone.ACCENT, Integer.toString(place.line())) + " " + bar + " " + snippet.text());
        String marks = printer.paint(tone, "^".repeat(snippet.marks()));
        printer.line(margin + " " + bar + " " + " ".repeat(snippet.indent()) + marks);
    }

    private void note(String margin, String label, String text) {
        if (!text.isEmpty()) {
            String lead = margin + " " + printer.paint(Tone.ACCENT, "=") + " " + printer.paint(Tone.STRONG, label);
            paragraph(lead, margin.length() + 3 + label.length(), null, text);
        }
    }

    private void paragraph(String lead, int indent, @Nullable Tone tone, String text) {
        String before = lead;
        for (String line : Paragraph.lines(visible(text), printer.width() - indent)) {
            printer.line(before + (tone == null ? line : printer.paint(tone, line)));
            before = " ".repeat(indent);
        }
    }

    private String visible(String text) {
        return VisibleText.of(text, printer.glyphs());
    }
}
