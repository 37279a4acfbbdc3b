package io.runwisp.cli;

import io.runwisp.cli.report.JsonDocument;
import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.cli.terminal.Tone;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.UnitKind;
import java.util.List;

/** {@code runwisp list}: the tasks and services that the configuration declares, whether or not a daemon runs. */
public final class ListCommand implements Command {

    /** The daemon that is asked; every command that asks one has it. */
    public static final Option URL = Option.value("url", "URL",
            "the daemon to talk to, such as https://runwisp.example.org");
    /** Its password; every command that asks a daemon has it. */
    public static final Option PASSWORD = Option.value("password", "PASSWORD",
            "its password (default: RUNWISP_PASSWORD, else the password file of --data)");

    private static final Manual MANUAL = new Manual("list", "show the tasks and services of the configuration",
            List.of(new Manual.Operand("FILE", "the configuration to read (default: the one of --config)")),
            List.of("Reads the configuration and nothing else: no daemon is asked, unless --url names one. SCHEDULE is the cron line, "
                    + "\"(manual)\" for a task without one, or the number of replicas of a service. CONCURRENCY is "
                    + "how many runs, or replicas, there may be at once, and POLICY what happens to one more. API says "
                    + "whether people and programs may start it by hand."),
            List.of(Option.JSON, URL, PASSWORD),
            List.of(new Manual.Example("runwisp list", "what runwisp.toml declares"),
                    new Manual.Example("runwisp list other.toml --json", "another file, for a script")));

    private static final int LONGEST_DESCRIPTION = 50;
    private static final List<String> EXAMPLE = List.of("[tasks.hello]", "cron = \"*/5 * * * *\"",
            "run  = \"echo hello\"");

    private final ConfigSource source;
    private final Elsewhere elsewhere;

    /** The units of a daemon. */
    public interface Elsewhere {

        /** Lists them, and answers with the exit code. */
        int list(Invocation invocation);
    }

    /**
     * The command.
     *
     * @param elsewhere asked instead of the file when {@link #URL} is given
     */
    public ListCommand(ConfigSource source, Elsewhere elsewhere) {
        this.source = source;
        this.elsewhere = elsewhere;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        if (invocation.has(URL)) {
            return elsewhere.list(invocation);
        }
        Printer out = invocation.console().out();
        boolean json = invocation.has(Option.JSON);
        switch (ConfigOutcome.of(source, invocation)) {
            case ConfigOutcome.Loaded loaded -> {
                if (json) {
                    JsonDocument.print(out, document -> ListJson.write(document, loaded.config()));
                } else {
                    print(loaded.config(), out);
                }
                return ExitCode.GOOD;
            }
            case ConfigOutcome.Unusable unusable -> {
                if (json) {
                    JsonDocument.print(out, document -> ListJson.write(document, unusable));
                } else {
                    unusable.explain(invocation.console().err());
                }
                return ExitCode.FAILED;
            }
        }
    }

    private static void print(Config config, Printer out) {
        if (config.units().isEmpty()) {
            String file = VisibleText.of(config.shown(), out.glyphs());
            out.line(file + " declares no tasks and no services yet. A task takes three lines:");
            out.line();
            EXAMPLE.forEach(line -> out.line("  " + out.paint(Tone.ACCENT, line)));
            return;
        }
        Table table = new Table("NAME", "SCHEDULE", "CONCURRENCY", "POLICY", "API", "DESCRIPTION");
        for (Unit unit : config.units().values()) {
            table.row(unit.name(), schedule(unit, out), Integer.toString(concurrency(unit)),
                    unit.value(UnitKeys.ON_OVERLAP).word(), unit.value(UnitKeys.API_TRIGGER) ? "yes" : "no",
                    Columns.cut(oneLine(unit.value(UnitKeys.DESCRIPTION), out), LONGEST_DESCRIPTION,
                            out.glyphs().ellipsis()));
        }
        table.print(out);
    }

    private static String schedule(Unit unit, Printer out) {
        if (unit.kind() == UnitKind.SERVICE) {
            return "(service x" + unit.value(ServiceKeys.INSTANCES) + ")";
        }
        String cron = unit.get(TaskKeys.CRON);
        return cron == null ? "(manual)" : oneLine(cron, out);
    }

    /** How many runs of a task, or replicas of a service, there may be at once. */
    static int concurrency(Unit unit) {
        return unit.value(unit.kind() == UnitKind.SERVICE ? ServiceKeys.INSTANCES : UnitKeys.PARALLELISM);
    }

    /** A text on one line, whatever line ends and blanks it holds. */
    private static String oneLine(String text, Printer out) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                gap = true;
            } else {
                line.append(gap && !line.isEmpty() ? " " : "").append(text.charAt(i));
                gap = false;
            }
        }
        return VisibleText.of(line.toString(), out.glyphs());
    }
}
