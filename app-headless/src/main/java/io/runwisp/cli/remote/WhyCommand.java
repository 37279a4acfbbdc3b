package io.runwisp.cli.remote;

import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Columns;
import io.runwisp.cli.terminal.Paragraph;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.client.DaemonApi;
import io.runwisp.view.why.WhyView;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code runwisp why UNIT}: why a unit did or did not run. */
public final class WhyCommand extends RemoteCommand<WhyCommand.Wish> {

    private static final Option AT = Option.value("at", "TIME",
            "the time that it is about: 03:15, 2h (ago), \"2026-11-20 03:15\" (default: now)");

    private static final Manual MANUAL = new Manual("why", "explain why a unit did or did not run",
            List.of(new Manual.Operand("UNIT", "the task or service")),
            List.of("Answers from what was recorded at that time: runs with their reasons, and when the daemon was down, "
                    + "the schedule paused, the configuration another, the clock set."),
            Connection.options(AT),
            List.of(new Manual.Example("runwisp why backup --at 03:15", "what became of this night's backup"),
                    new Manual.Example("runwisp why web", "what a service does now, and why")));

    /**
     * What it is about.
     *
     * @param at null for now
     */
    record Wish(String unit, @Nullable Instant at) {
    }

    /** The command. */
    public WhyCommand(Connection connection) {
        super(MANUAL, connection);
    }

    @Override
    Wish wish(Invocation invocation) {
        String name = Usage.operand(invocation, MANUAL, "the name of a task or service");
        String at = invocation.value(AT);
        return new Wish(name, at == null ? null : Usage.time("--at", at, now()));
    }

    @Override
    int fulfil(Wish wish, Invocation invocation, DaemonApi daemon) {
        String name = wish.unit();
        List<TaskResponse> all = daemon.tasks();
        Optional<TaskResponse> unit = all.stream().filter(known -> known.name().equals(name)).findFirst();
        if (unit.isEmpty()) {
            return Failure.unknown(invocation, Targets.unknown(name, all));
        }
        Why why = daemon.why(name, wish.at());
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> {
                Shape.field(json, "why", why);
            });
            return ExitCode.GOOD;
        }
        Printer out = invocation.console().out();
        print(out, WhyView.of(why, unit.get(), now()));
        return ExitCode.GOOD;
    }

    private static void print(Printer out, WhyView why) {
        out.line(out.paint(Tones.of(why.tone()), Tones.safe(why.headline(), out)));
        int widest = why.steps().stream().mapToInt(step -> Columns.of(step.asks())).max().orElse(0);
        if (!why.steps().isEmpty()) {
            out.line();
        }
        for (WhyView.Step step : why.steps()) {
            String says = Tones.safe(step.says(), out);
            out.line("  " + Columns.pad(step.asks(), widest) + "  "
                    + (step.decides() ? out.paint(Tones.of(step.tone()), says) : says));
        }
        if (why.run() != null) {
            out.line();
            out.line("Its run is " + why.run().id() + ": \"runwisp logs " + why.run().id()
                    + "\" shows what it printed.");
        }
        if (why.advice() != null) {
            out.line();
            Paragraph.lines(Tones.safe(why.advice(), out), out.width()).forEach(out::line);
        }
    }
}
