package io.runwisp.cli;

import io.runwisp.cli.report.JsonDocument;
import io.runwisp.cli.report.ProblemReport;
import io.runwisp.cli.terminal.Console;
import io.runwisp.time.WallClock;
import java.util.List;

/**
 * {@code runwisp validate [FILE]}: loads the configuration the way the daemon does and says everything that is wrong
 * with it. Opens no port and no database.
 */
public final class ValidateCommand implements Command {

    private static final Manual MANUAL = new Manual("validate", "check the configuration and point at every mistake",
            List.of(new Manual.Operand("FILE", "the configuration to check (default: the one of --config)")),
            List.of("Reads the configuration exactly as the daemon does, with every file that it includes, and reports "
                    + "all problems at once: the line, what was expected there and what to write instead. Warnings are "
                    + "shown and do not fail. Nothing is started, written or opened.",
                    "Exit code: 0 when it is valid, 1 when it is not, 2 when the command was misspelt."),
            List.of(Option.JSON),
            List.of(new Manual.Example("runwisp validate", "check runwisp.toml in this directory"),
                    new Manual.Example("runwisp validate /etc/runwisp/runwisp.toml", "check another file"),
                    new Manual.Example("runwisp validate --json", "the same for a script or an editor")));

    private final ConfigSource source;
    private final WallClock clock;

    /** The command; the clock tells which firing is the next. */
    public ValidateCommand(ConfigSource source, WallClock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        ConfigOutcome outcome = ConfigOutcome.of(source, invocation);
        if (invocation.has(Option.JSON)) {
            String path = invocation.path(invocation.configName()).toString();
            JsonDocument.print(invocation.console().out(), json -> ValidationJson.write(json, outcome, path));
        } else {
            printText(outcome, invocation.console());
        }
        return outcome instanceof ConfigOutcome.Loaded ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private void printText(ConfigOutcome outcome, Console console) {
        switch (outcome) {
            case ConfigOutcome.Loaded loaded -> {
                new ValidationSummary(console.out()).print(loaded.config(), loaded.warnings().size(), clock.now());
                if (!loaded.warnings().isEmpty()) {
                    console.out().line();
                    // What a person sees first must be written first, though it goes another way.
                    console.out().flush();
                    new ProblemReport(console.err()).print(loaded.warnings());
                }
            }
            case ConfigOutcome.Unusable unusable -> unusable.explain(console.err());
        }
    }
}
