package io.runwisp.cli.remote;

import io.runwisp.cli.Command;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonApi;
import io.runwisp.model.UnitKind;
import io.runwisp.model.UnitState;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code runwisp stop|start|restart|pause|resume TARGET...}: does one thing with several units. */
public final class UnitVerbCommand implements Command {

    private final Manual manual;
    private final Connection connection;
    private final Deed deed;
    private final Predicate<TaskResponse> fits;
    private final boolean takesRuns;

    /** What is done with one unit; the answer is a sentence. */
    private interface Deed {

        String on(DaemonApi daemon, String unit);
    }

    /**
     * What became of one target.
     *
     * @param problem why it was not done, or null
     */
    private record Outcome(String target, String says, @Nullable ErrorMessage problem) {
    }

    private UnitVerbCommand(Connection connection, Manual manual, Deed deed, Predicate<TaskResponse> fits,
            boolean takesRuns) {
        this.connection = connection;
        this.manual = manual;
        this.deed = deed;
        this.fits = fits;
        this.takesRuns = takesRuns;
    }

    /** All five of them. */
    public static List<Command> all(Connection connection) {
        Predicate<TaskResponse> scheduled = unit -> unit.task() != null && unit.task().cron() != null
                && unit.now().pausedAt() == null;
        Predicate<TaskResponse> paused = unit -> unit.now().pausedAt() != null;
        Predicate<TaskResponse> atRest = unit -> unit.kind().equals(UnitKind.SERVICE.word())
                && (unit.now().stopped() || unit.now().state().equals(UnitState.GAVE_UP.word()));
        Predicate<TaskResponse> service = unit -> unit.kind().equals(UnitKind.SERVICE.word());
        return List.of(
                new UnitVerbCommand(connection, manual("stop", "stop services, tasks and runs",
                        "Of a task the active runs end and the queue is emptied; its schedule stays. A service stays "
                                + "stopped until it, or the daemon, is started. The id of a run stops that run alone.",
                        "runwisp stop web", "stop a service"), (daemon, unit) -> daemon.stop(unit).message(),
                        _ -> true, true),
                new UnitVerbCommand(connection, manual("start", "start services that are stopped or gave up",
                        "A task is started with \"runwisp run-task\".", "runwisp start web", "start a service"),
                        (daemon, unit) -> daemon.start(unit).message(), atRest, false),
                new UnitVerbCommand(connection, manual("restart", "start every replica of services afresh",
                        "A restart outranks waits and back-off: each replica is stopped by its own ladder and started "
                                + "at once.",
                        "runwisp restart 'web-*'", "all services whose name begins so"),
                        (daemon, unit) -> daemon.restart(unit).message(), service, false),
                new UnitVerbCommand(connection, manual("pause", "let the schedule of tasks pass without runs",
                        "What runs goes on. A pause outlives the daemon; slots that pass are not run later. "
                                + "\"runwisp run-task\" still starts a run by hand.",
                        "runwisp pause backup",
                        "until \"runwisp resume backup\""), (daemon, unit) -> daemon.pause(unit).message(), scheduled,
                        false),
                new UnitVerbCommand(connection, manual("resume", "let the schedule of paused tasks run again",
                        "The next slot runs; those that passed do not.", "runwisp resume '*'", "everything"),
                        (daemon, unit) -> daemon.resume(unit).message(), paused, false));
    }

    private static Manual manual(String name, String summary, String detail, String example, String meaning) {
        return new Manual(name, summary,
                List.of(new Manual.Operand("TARGET", "a name, or a quoted pattern with * and ?", true)),
                List.of(detail, "A pattern passes over units that this is not for. Exit code: 0 when all was done, 1 "
                        + "when something was not; the rest is done all the same."),
                Connection.options(), List.of(new Manual.Example(example, meaning)));
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public int run(Invocation invocation) {
        return Usage.understood(invocation, manual, () -> {
            Usage.needOperand(invocation, manual, "the name of a task or service");
            return invocation.operands();
        }, targets -> connection.talk(invocation, daemon -> run(invocation, daemon, targets)));
    }

    private int run(Invocation invocation, DaemonApi daemon, List<String> written) {
        Targets targets = Targets.of(written, daemon.tasks());
        List<Outcome> outcomes = new ArrayList<>();
        for (Targets.Unknown unknown : targets.unknown()) {
            outcomes.add(new Outcome(unknown.name(), unknown.message().title(), unknown.message()));
        }
        for (TaskResponse unit : targets.units()) {
            if (written.contains(unit.name()) || fits.test(unit)) {
                outcomes.add(attempt(unit.name(), () -> deed.on(daemon, unit.name())));
            }
        }
        for (String run : targets.runs()) {
            outcomes.add(takesRuns
                    ? attempt(run, () -> daemon.stopRun(daemon.run(run).taskName(), run).message())
                    : refused(run));
        }
        if (outcomes.isEmpty() && !invocation.has(Option.JSON)) {
            invocation.console().err().line("Nothing that matches is there to " + manual.name() + ".");
        }
        print(invocation, outcomes);
        return outcomes.stream().allMatch(outcome -> outcome.problem() == null) ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private Outcome refused(String run) {
        String title = run + " is a run, and runwisp " + manual.name() + " is for tasks and services.";
        return new Outcome(run, title, new ErrorMessage(title, List.of()));
    }

    private interface Step {

        String take();
    }

    /** A daemon that refuses one is asked for the others all the same; one that is gone is not. */
    private static Outcome attempt(String target, Step step) {
        try {
            return new Outcome(target, Sentence.of(step.take()), null);
        } catch (ApiProblem problem) {
            String why = Sentence.of(problem.problem().detail());
            return new Outcome(target, why, new ErrorMessage(target + ": " + why, List.of()));
        }
    }

    private static void print(Invocation invocation, List<Outcome> outcomes) {
        if (invocation.has(Option.JSON)) {
            JsonDocument.print(invocation.console().out(), json -> {
                Shape.begin(json);
                json.writeArrayFieldStart("targets");
                for (Outcome outcome : outcomes) {
                    json.writeStartObject();
                    json.writeStringField("target", outcome.target());
                    json.writeBooleanField("done", outcome.problem() == null);
                    json.writeStringField("message", outcome.says());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            });
            return;
        }
        for (Outcome outcome : outcomes) {
            if (outcome.problem() == null) {
                invocation.console().out().line(Tones.safe(outcome.says(), invocation.console().out()));
            } else {
                outcome.problem().print(invocation.console().err());
            }
        }
    }
}
