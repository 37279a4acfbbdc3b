package io.runwisp.cli.remote;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.cli.Command;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.Table;
import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.live.Link;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.daemon.Instance;
import io.runwisp.wire.daemon.SystemStats;
import io.runwisp.wire.unit.TaskResponse;
import java.io.IOException;
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
            ProblemCode.TOKEN_INVALID.word(), ProblemCode.TOKEN_EXPIRED.word(), ProblemCode.PASSWORD_WRONG.word(),
            ProblemCode.TOO_MANY_REQUESTS.word());
    private static final String HEALTHY = "healthy";

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
        return connection.talk(invocation, daemon -> run(invocation, daemon),
                json -> json.writeBooleanField(HEALTHY, false));
    }

    private int run(Invocation invocation, HttpDaemonApi daemon) {
        ApiProblem sick = sick(daemon);
        Instance instance;
        Known known;
        try {
            instance = instance(daemon);
            known = known(daemon);
        } catch (ApiFailure failure) {
            throw sick == null ? failure : sick;
        }
        if (known == null) {
            if (sick != null) {
                throw sick;
            }
            return stranger(invocation, instance);
        }
        Targets targets = Targets.of(invocation.operands(), known.units());
        if (!targets.unknown().isEmpty()) {
            return Failure.unknown(invocation, targets.unknown(),
                    json -> json.writeBooleanField(HEALTHY, sick == null));
        }
        Known shown = invocation.operands().isEmpty()
                ? known
                : new Known(known.info(), known.system(), targets.units());
        if (invocation.has(Option.JSON)) {
            json(invocation, sick, instance, shown);
        } else {
            print(invocation.console().out(), sick, instance, known, shown.units());
        }
        return sick == null ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private static @Nullable ApiProblem sick(HttpDaemonApi daemon) {
        try {
            daemon.health();
            return null;
        } catch (ApiProblem problem) {
            return problem;
        }
    }

    private static @Nullable Known known(DaemonApi daemon) {
        try {
            return new Known(daemon.info(), daemon.system(), daemon.tasks());
        } catch (ApiProblem problem) {
            if (NOT_LET_IN.contains(problem.problem().code())) {
                return null;
            }
            throw problem;
        }
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

    /** What is told to those who are not let in. */
    private static int stranger(Invocation invocation, @Nullable Instance instance) {
        if (invocation.has(Option.JSON)) {
            Shape.print(invocation.console().out(), json -> health(json, null, instance));
        } else {
            invocation.console()
                .out()
                .line("RunWisp is healthy"
                        + (invocation.has(Connection.URL) ? "." : " at :" + invocation.port() + "."));
            new ErrorMessage("more is told to those who know the password.",
                    List.of("Give it with RUNWISP_PASSWORD, or name its data directory with --data."))
                .print(invocation.console().err());
        }
        return ExitCode.GOOD;
    }

    private void print(Printer out, @Nullable ApiProblem sick, @Nullable Instance instance, Known known,
            List<TaskResponse> shown) {
        DaemonInfo info = known.info();
        out.line(sick == null
                ? out.paint(io.runwisp.cli.terminal.Tone.GOOD, "RunWisp is healthy") + " at :" + info.port() + "."
                : out.paint(io.runwisp.cli.terminal.Tone.BAD, "RunWisp is not healthy") + " at :" + info.port() + ": "
                        + Tones.safe(Sentence.of(sick.problem().detail()), out));
        SystemStats system = known.system();
        out.line("Version " + Tones.safe(info.version(), out) + ", up "
                + Tones.safe(Spans.up(system.uptime()), out) + ", "
                + system.cpuCores() + (system.cpuCores() == 1 ? " core" : " cores") + ", host "
                + Tones.safe(system.host(), out)
                + (instance == null ? "" : ", data " + Tones.safe(instance.dataDir(), out)) + ".");
        if (info.configStale()) {
            out.line(out.paint(io.runwisp.cli.terminal.Tone.WARNING,
                    "The file has changed since it was read: \"runwisp reload --dry-run\" says how."));
        }
        Headline headline = Headline.of(new Link.Live(), info, views(known.units(), info));
        out.line();
        out.line(out.paint(Tones.of(headline.tone()), Tones.safe(headline.sentence(), out)));
        if (shown.isEmpty()) {
            return;
        }
        out.line();
        Table table = new Table("", "UNIT", "STATE", "NEXT", "");
        views(shown, info).stream()
            .sorted((a, b) -> Boolean.compare(b.needsYou(), a.needsYou()))
            .forEach(unit -> table.row(Tones.of(unit.tone()), Tones.sign(unit.mark(), out), unit.name(), unit.word(),
                    unit.next(), Tones.safe(unit.sentence(), out)));
        table.print(out);
    }

    private List<UnitView> views(List<TaskResponse> units, DaemonInfo info) {
        return units.stream().map(unit -> UnitView.of(unit, info, connection.now())).toList();
    }

    private void json(Invocation invocation, @Nullable ApiProblem sick, @Nullable Instance instance, Known shown) {
        DaemonInfo info = shown.info();
        Shape.print(invocation.console().out(), json -> {
            health(json, sick, instance);
            if (instance == null) {
                json.writeStringField("version", info.version());
                json.writeStringField("fingerprint", info.fingerprint());
            }
            json.writeNumberField("port", info.port());
            json.writeBooleanField("scheduling_active", info.schedulingActive());
            json.writeBooleanField("config_stale", info.configStale());
            json.writeStringField("resolved_timezone", info.resolvedTimezone());
            json.writeStringField("timezone_source", info.timezoneSource());
            Shape.field(json, "system", shown.system());
            Shape.texts(json, "needs_you",
                    views(shown.units(), info).stream().filter(UnitView::needsYou).map(UnitView::name).toList());
            Shape.field(json, "tasks", shown.units());
        });
    }

    private static void health(JsonGenerator json, @Nullable ApiProblem sick, @Nullable Instance instance)
            throws IOException {
        json.writeBooleanField(HEALTHY, sick == null);
        if (sick != null) {
            json.writeStringField("error", Sentence.of(sick.problem().detail()));
            json.writeStringField("code", sick.problem().code());
        }
        if (instance != null) {
            json.writeStringField("version", instance.version());
            json.writeStringField("fingerprint", instance.fingerprint());
            json.writeNumberField("pid", instance.pid());
            json.writeStringField("data_dir", instance.dataDir());
            json.writeStringField("config_path", instance.configPath());
        }
    }
}
