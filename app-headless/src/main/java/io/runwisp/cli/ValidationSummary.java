package io.runwisp.cli;

import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Tone;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.config.Config;
import java.time.Instant;

/** What a valid configuration holds, in a few aligned lines. */
final class ValidationSummary {

    private static final int LABEL = 10;

    private final Printer printer;

    ValidationSummary(Printer printer) {
        this.printer = printer;
    }

    void print(Config config, int warnings, Instant now) {
        String verdict = VisibleText.of(config.shown(), printer.glyphs()) + " is valid.";
        printer.line(printer.paint(Tone.GOOD, printer.glyphs().tick()) + " " + printer.paint(Tone.STRONG, verdict));
        line("tasks", Integer.toString(config.tasks().size()));
        line("services", Integer.toString(config.services().size()));
        line("timezone", config.zone().getId() + " (" + config.zoneOrigin() + ")");
        if (warnings > 0) {
            line("warnings", printer.paint(Tone.WARNING, Integer.toString(warnings)));
        }
        NextFiring next = NextFiring.soonest(config, now);
        if (next != null) {
            line("next", next.unit() + "  " + next.text(now));
        }
    }

    private void line(String label, String value) {
        printer.line("  " + printer.paint(Tone.QUIET, Columns.pad(label, LABEL)) + value);
    }
}
