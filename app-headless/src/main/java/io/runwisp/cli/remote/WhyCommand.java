package io.runwisp.cli.remote;

import io.runwisp.cli.Command;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.client.DaemonApi;
import io.runwisp.view.run.RunSentence;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code runwisp why UNIT}: why a unit did or did not run. */
public final class WhyCommand implements Command {

    private static final Option AT = Option.value("at", "TIME",
            "the time that it is about: 03:15, 2h (ago), \"2026-11-20 03:15\" (default: now)");

    private static final Manual MANUAL = new Manual("why", "explain why a unit did or did not run",
            List.of(new Manual.Operand("UNIT", "the task or service")),
            List.of("Answers from what was recorded at that time: runs with their reasons, and when the daemon was down, "
                    + "the schedule paused, the configuration another, the clock set."),
            Connection.options(AT),
            List.of(new Manual.Example("runwisp why backup --at 03:15", "what became of this night's backup"),
                    new Manual.Example("runwisp why web", "what a service does now, and why")));

    private final Connection connection;

    /** The command. */
    public WhyCommand(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        if (invocation.operands().isEmpty()) {
            return Usage.missing(invocation, MANUAL.name(), "the name of a task or service");
        }
        Instant at;
        try {
            String written = invocation.value(AT);
            at = written == null ? null : Usage.time("--at", written, connection.now());
        } catch (Usage.Wrong wrong) {
            return Usage.told(invocation, MANUAL.name(), String.valueOf(wrong.getMessage()));
        }
        return connection.talk(invocation, daemon -> run(invocation, daemon, at));
    }

    private int run(Invocation invocation, DaemonApi daemon, @Nullable Instant at) {
        String name = invocation.operands().getFirst();
        List<TaskResponse> all = daemon.tasks();
        Optional<TaskResponse> unit = all.stream().filter(known -> known.name().equals(name)).findFirst();
        if (unit.isEmpty()) {
            Targets.unknown(name, all).print(invocation.console().err());
            return ExitCode.FAILED;
        }
        Why why = daemon.why(name, at);
        if (invocation.has(Option.JSON)) {
            JsonDocument.print(invocation.console().out(), json -> {
                Shape.begin(json);
                Shape.field(json, "why", why);
                json.writeEndObject();
            });
            return ExitCode.GOOD;
        }
        Printer out = invocation.console().out();
        if (at == null) {
            UnitView view = UnitView.of(unit.get(), daemon.info(), connection.now());
            out.line(out.paint(Tones.of(view.tone()), Tones.safe(view.name() + ": " + view.sentence(), out)));
        }
        print(out, why, connection.now());
        return ExitCode.GOOD;
    }

    private static void print(Printer out, Why why, Now now) {
        Run run = why.run();
        String when = Times.clock(why.at(), now);
        out.line(Tones.safe(switch (why.verdict()) {
            case "ran" -> why.taskName() + " ran" + (run == null ? "." : ": " + RunSentence.of(run, List.of(), null, now));
            case "waiting" -> why.taskName() + " waits for its start.";
            case "did_not_run" -> why.taskName() + " did not run"
                    + (run == null ? "." : ": " + RunSentence.of(run, List.of(), null, now));
            case "no_slot" -> "Nothing was due at " + when + ".";
            case "not_there" -> "The configuration had no " + why.taskName() + " at " + when + ".";
            case "not_yet" -> "That time has not come: " + when + ".";
            case "not_recorded" -> "Nothing is on record about " + when + ".";
            default -> why.verdict().replace('_', ' ') + ".";
        }, out));
        Table table = new Table("", "");
        if (run != null) {
            table.row("run", run.id() + (run.message() == null ? "" : "  " + Tones.safe(run.message(), out)));
        }
        row(table, "slot", why.slot(), now);
        row(table, "slot before", why.previousSlot(), now);
        row(table, "slot after", why.nextSlot(), now);
        for (WhyCause cause : why.causes()) {
            table.row(cause.kind().replace('_', ' '), "since " + Times.exact(cause.from(), now)
                    + (cause.until() == null ? "" : " until " + Times.exact(cause.until(), now))
                    + (cause.detail() == null ? "" : ", " + Tones.safe(cause.detail(), out)));
        }
        table.print(out);
    }

    private static void row(Table table, String what, @Nullable Instant instant, Now now) {
        if (instant != null) {
            table.row(what, Times.exact(instant, now) + ", " + Times.away(instant, now));
        }
    }
}
