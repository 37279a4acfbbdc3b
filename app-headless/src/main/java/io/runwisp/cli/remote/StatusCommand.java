package io.runwisp.cli.remote;

import io.runwisp.cli.Command;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonApi;
import io.runwisp.live.Link;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.SystemStats;
import io.runwisp.wire.unit.TaskResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code runwisp status [TARGET...]}: whether the daemon lives, and what needs you. */
public final class StatusCommand implements Command {

    private static final Manual MANUAL = new Manual("status", "show how the daemon is and what needs you",
            List.of(new Manual.Operand("TARGET", "show these units alone: names, or quoted patterns", true)),
            List.of("Says whether the daemon is healthy, then, when it is let in, one line for each task and service "
                    + "with those that need you first. Without a password the first line is all: enough for a health "
                    + "check of a container. Exit code: 0 when the daemon is healthy, whatever its units do; 1 when not."),
            Connection.options(),
            List.of(new Manual.Example("runwisp status", "this machine"),
                    new Manual.Example("runwisp status --url https://runwisp.example.org", "another")));

    private static final Set<String> NOT_LET_IN = Set.of(ProblemCode.TOKEN_MISSING.word(),
            ProblemCode.TOKEN_INVALID.word(), ProblemCode.TOKEN_EXPIRED.word(), ProblemCode.PASSWORD_WRONG.word());

    private final Connection connection;

    /** The command. */
    public StatusCommand(Connection connection) {
        this.connection = connection;
    }

    /** What is known of a daemon that let us in. */
    private record Known(DaemonInfo info, SystemStats system, List<TaskResponse> units) {
    }

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public int run(Invocation invocation) {
        return connection.talk(invocation, daemon -> run(invocation, daemon));
    }

    private int run(Invocation invocation, DaemonApi daemon) {
        Instance instance = instance(daemon);
        Known known;
        try {
            known = new Known(daemon.info(), daemon.system(), daemon.tasks());
        } catch (ApiProblem problem) {
            if (instance == null || !NOT_LET_IN.contains(problem.problem().code())) {
                throw problem;
            }
            known = null;
        }
        Targets targets = known == null ? null : Targets.of(invocation.operands(), known.units());
        if (targets != null && !targets.unknown().isEmpty()) {
            targets.unknown().forEach(unknown -> unknown.print(invocation.console().err()));
            return ExitCode.FAILED;
        }
        List<TaskResponse> shown = known == null || targets == null
                ? List.of()
                : invocation.operands().isEmpty() ? known.units() : targets.units();
        if (invocation.has(Option.JSON)) {
            json(invocation, instance, known, shown);
        } else {
            print(invocation, instance, known, shown);
        }
        return ExitCode.GOOD;
    }

    private static @Nullable Instance instance(DaemonApi daemon) {
        try {
            return daemon.instance();
        } catch (ApiProblem problem) {
            if (problem.is(ProblemCode.NOT_LOCAL)) {
                return null;
            }
            throw problem;
        }
    }

    private void print(Invocation invocation, @Nullable Instance instance, @Nullable Known known,
            List<TaskResponse> shown) {
        Printer out = invocation.console().out();
        if (known == null) {
            out.line("RunWisp is healthy" + (invocation.has(Connection.URL) ? "." : " at :" + invocation.port() + "."));
            new ErrorMessage("more is told to those who know the password.",
                    List.of("Give it with RUNWISP_PASSWORD, or name its data directory with --data."))
                .print(invocation.console().err());
            return;
        }
        DaemonInfo info = known.info();
        out.line(out.paint(io.runwisp.cli.terminal.Tone.GOOD, "RunWisp is healthy") + " at :" + info.port() + ".");
        SystemStats system = known.system();
        out.line("Version " + Tones.safe(info.version(), out) + ", up " + Tones.safe(system.uptime(), out) + ", "
                + system.cpuCores() + (system.cpuCores() == 1 ? " core" : " cores") + ", host "
                + Tones.safe(system.host(), out)
                + (instance == null ? "" : ", data " + Tones.safe(instance.dataDir(), out)) + ".");
        if (info.configStale()) {
            out.line(out.paint(io.runwisp.cli.terminal.Tone.WARNING,
                    "The file has changed since it was read: \"runwisp reload --dry-run\" says how."));
        }
        List<UnitView> all = known.units().stream().map(unit -> UnitView.of(unit, info, connection.now())).toList();
        Headline headline = Headline.of(new Link.Live(), info, all);
        out.line();
        out.line(out.paint(Tones.of(headline.tone()), Tones.safe(headline.sentence(), out)));
        if (shown.isEmpty()) {
            return;
        }
        out.line();
        Table table = new Table("", "UNIT", "STATE", "NEXT", "");
        shown.stream()
            .map(unit -> UnitView.of(unit, info, connection.now()))
            .sorted((a, b) -> Boolean.compare(b.needsYou(), a.needsYou()))
            .forEach(unit -> table.row(Tones.of(unit.tone()), Tones.sign(unit.mark(), out), unit.name(), unit.word(),
                    unit.next(), Tones.safe(unit.sentence(), out)));
        table.print(out);
    }

    private void json(Invocation invocation, @Nullable Instance instance, @Nullable Known known,
            List<TaskResponse> shown) {
        JsonDocument.print(invocation.console().out(), json -> {
            Shape.begin(json);
            json.writeBooleanField("healthy", true);
            if (instance != null) {
                json.writeStringField("version", instance.version());
                json.writeStringField("fingerprint", instance.fingerprint());
                json.writeNumberField("pid", instance.pid());
                json.writeStringField("data_dir", instance.dataDir());
                json.writeStringField("config_path", instance.configPath());
            }
            if (known != null) {
                DaemonInfo info = known.info();
                if (instance == null) {
                    json.writeStringField("version", info.version());
                    json.writeStringField("fingerprint", info.fingerprint());
                }
                json.writeNumberField("port", info.port());
                json.writeBooleanField("scheduling_active", info.schedulingActive());
                json.writeBooleanField("config_stale", info.configStale());
                json.writeStringField("resolved_timezone", info.resolvedTimezone());
                json.writeStringField("timezone_source", info.timezoneSource());
                Shape.field(json, "system", known.system());
                Shape.texts(json, "needs_you", shown.stream()
                    .map(unit -> UnitView.of(unit, info, connection.now()))
                    .filter(UnitView::needsYou)
                    .map(UnitView::name)
                    .toList());
                Shape.field(json, "tasks", shown);
            }
            json.writeEndObject();
        });
    }
}
