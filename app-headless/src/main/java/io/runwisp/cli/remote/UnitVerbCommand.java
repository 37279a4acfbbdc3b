package io.runwisp.cli.remote;

import io.runwisp.cli.Command;
import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonApi;
import io.runwisp.model.UnitKind;
import io.runwisp.model.UnitState;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code runwisp stop|start|restart|pause|resume TARGET...}: does one thing with several units. */
public final class UnitVerbCommand extends RemoteCommand<List<String>> {

    private final Verb verb;

    /** What may be done with a unit. */
    private enum Verb {

        STOP, START, RESTART, PAUSE, RESUME;

        /** Does it with one unit; the answer is a sentence. */
        String on(DaemonApi daemon, String unit) {
            return switch (this) {
                case STOP -> daemon.stop(unit).message();
                case START -> daemon.start(unit).message();
                case RESTART -> daemon.restart(unit).message();
                case PAUSE -> daemon.pause(unit).message();
                case RESUME -> daemon.resume(unit).message();
            };
        }

        /** Whether a pattern means such a unit. */
        boolean isFor(TaskResponse unit) {
            boolean service = unit.kind().equals(UnitKind.SERVICE.word());
            boolean paused = unit.now().pausedAt() != null;
            return switch (this) {
                case STOP -> true;
                case START -> service && (unit.now().stopped() || unit.now().state().equals(UnitState.GAVE_UP.word()));
                case RESTART -> service;
                case PAUSE -> unit.task() != null && unit.task().cron() != null && !paused;
                case RESUME -> paused;
            };
        }
    }

    /**
     * What became of one target.
     *
     * @param problem why it was not done, or null
     */
    private record Outcome(String target, String says, @Nullable ErrorMessage problem) {
    }

    private UnitVerbCommand(Connection connection, Verb verb, Manual manual) {
        super(manual, connection);
        this.verb = verb;
    }

    /** All five of them. */
    public static List<Command> all(Connection connection) {
        return List.of(
                new UnitVerbCommand(connection, Verb.STOP, manual("stop", "stop services, tasks and runs",
                        "Of a task the active runs end and the queue is emptied; its schedule stays. A service stays "
                                + "stopped until it, or the daemon, is started. The id of a run stops that run alone.",
                        "runwisp stop web", "stop a service")),
                new UnitVerbCommand(connection, Verb.START, manual("start",
                        "start services that are stopped or gave up",
                        "A task is started with \"runwisp run-task\".", "runwisp start web", "start a service")),
                new UnitVerbCommand(connection, Verb.RESTART, manual("restart",
                        "start every replica of services afresh",
                        "A restart outranks waits and back-off: each replica is stopped by its own ladder and started "
                                + "at once.",
                        "runwisp restart 'web-*'", "all services whose name begins so")),
                new UnitVerbCommand(connection, Verb.PAUSE, manual("pause",
                        "let the schedule of tasks pass without runs",
                        "What runs goes on. A pause outlives the daemon; slots that pass are not run later. "
                                + "\"runwisp run-task\" still starts a run by hand.",
                        "runwisp pause backup", "until \"runwisp resume backup\"")),
                new UnitVerbCommand(connection, Verb.RESUME, manual("resume",
                        "let the schedule of paused tasks run again",
                        "The next slot runs; those that passed do not.", "runwisp resume '*'", "everything")));
    }

    private static Manual manual(String name, String summary, String detail, String example, String meaning) {
        return new Manual(name, summary,
                List.of(new Manual.Operand("TARGET", "a name, or a quoted pattern with * and ?", true)),
                List.of(detail, "A pattern passes over units that this is not for. Exit code: 0 when all was done, 1 "
                        + "when something was not; the rest is done all the same."),
                Connection.options(), List.of(new Manual.Example(example, meaning)));
    }

    @Override
    List<String> wish(Invocation invocation) {
        Usage.operand(invocation, manual(), "the name of a task or service");
        return invocation.operands();
    }

    @Override
    int fulfil(List<String> written, Invocation invocation, DaemonApi daemon) {
        Targets targets = Targets.of(written, daemon.tasks());
        List<Outcome> outcomes = new ArrayList<>();
        for (Targets.Unknown unknown : targets.unknown()) {
            outcomes.add(new Outcome(unknown.name(), unknown.message().title(), unknown.message()));
        }
        for (TaskResponse unit : targets.units()) {
            if (written.contains(unit.name()) || verb.isFor(unit)) {
                outcomes.add(attempt(unit.name(), () -> verb.on(daemon, unit.name())));
            }
        }
        for (String run : targets.runs()) {
            outcomes.add(verb == Verb.STOP
                    ? attempt(run, () -> daemon.stopRun(daemon.run(run).taskName(), run).message())
                    : refused(run));
        }
        if (outcomes.isEmpty() && !invocation.has(Option.JSON)) {
            invocation.console().err().line("Nothing that matches is there to " + manual().name() + ".");
        }
        print(invocation, outcomes);
        return outcomes.stream().allMatch(outcome -> outcome.problem() == null) ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private Outcome refused(String run) {
        String title = run + " is a run, and runwisp " + manual().name() + " is for tasks and services.";
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
            Shape.print(invocation.console().out(), json -> {
                json.writeArrayFieldStart("targets");
                for (Outcome outcome : outcomes) {
                    json.writeStartObject();
                    json.writeStringField("target", outcome.target());
                    json.writeBooleanField("done", outcome.problem() == null);
                    json.writeStringField("message", outcome.says());
                    json.writeEndObject();
                }
                json.writeEndArray();
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
