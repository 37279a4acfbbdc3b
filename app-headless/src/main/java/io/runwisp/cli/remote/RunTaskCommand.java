package io.runwisp.cli.remote;

import io.runwisp.cli.ErrorMessage;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.GivenParam;
import io.runwisp.cli.Invocation;
import io.runwisp.cli.Manual;
import io.runwisp.cli.Option;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.Subscription;
import io.runwisp.model.EndReason;
import io.runwisp.view.run.RunSentence;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import io.runwisp.wire.unit.ParamResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code runwisp run-task TASK}: asks the daemon for a run of a task. */
public final class RunTaskCommand extends RemoteCommand<String> {

    private static final Option WAIT = Option.flag("wait", "wait for its end, and exit as it did");
    private static final Option FOLLOW = Option.flag("follow", 'f', "show what it prints, and wait for its end");
    private static final Option PARAM = Option.value("param", 'P', "KEY=VALUE",
            "give the run this parameter; may be repeated");

    private static final Manual MANUAL = new Manual("run-task", "let the daemon run a task now",
            List.of(new Manual.Operand("TASK", "the task to run")),
            List.of("Prints the id of the run and ends; the run goes on. A run that was not started, because another is "
                    + "still going on or the queue is full, exits with 1 and says why.",
                    "With --follow, what the run prints goes where it would go without a daemon: its output here, its "
                            + "errors to the error stream. Ctrl-C ends the watching, not the run.",
                    "Exit code with --wait or --follow: that of the run; 1 when it did not succeed and left no code of "
                            + "its own."),
            Connection.options(WAIT, FOLLOW, PARAM),
            List.of(new Manual.Example("runwisp run-task backup", "ask and go on"),
                    new Manual.Example("runwisp run-task backup --follow", "ask and watch"),
                    new Manual.Example("runwisp run-task report --param MONTH=2026-11 --wait", "for a script")));

    /** The command. */
    public RunTaskCommand(Connection connection) {
        super(MANUAL, connection);
    }

    @Override
    String wish(Invocation invocation) {
        String task = Usage.operand(invocation, MANUAL, "the name of a task");
        for (String given : invocation.all(PARAM)) {
            if (GivenParam.of(given, List.of()) == null) {
                throw new Usage.Wrong("--param takes KEY=VALUE, and \"" + given + "\" is not like that.");
            }
        }
        return task;
    }

    @Override
    int fulfil(String task, Invocation invocation, DaemonApi daemon) {
        Run run;
        try {
            run = daemon.trigger(task, new TriggerRequest(params(invocation, daemon, task)), null);
        } catch (ApiProblem problem) {
            if (problem.is(ProblemCode.UNIT_UNKNOWN)) {
                return Failure.unknown(invocation, Targets.unknown(task, daemon.tasks()));
            }
            throw problem;
        }
        boolean follow = invocation.has(FOLLOW);
        boolean json = invocation.has(Option.JSON);
        if (run.endReason() == null && (follow || invocation.has(WAIT))) {
            if (!json) {
                invocation.console().err().line("triggered run " + run.id() + " for task \"" + task + "\"");
                invocation.console().flush();
            }
            run = ended(invocation, daemon, run, follow);
        }
        return tell(invocation, run, json);
    }

    /** Which keys there are is asked for only when some are given. */
    private static Map<String, @Nullable String> params(Invocation invocation, DaemonApi daemon, String task) {
        Map<String, @Nullable String> params = new LinkedHashMap<>();
        List<String> given = invocation.all(PARAM);
        if (!given.isEmpty()) {
            List<String> keys = daemon.tasks()
                .stream()
                .filter(unit -> unit.name().equals(task) && unit.task() != null)
                .flatMap(unit -> unit.task().params().stream())
                .map(ParamResponse::key)
                .toList();
            for (String text : given) {
                GivenParam param = GivenParam.of(text, keys);
                if (param != null) {
                    params.put(param.key(), param.value());
                }
            }
        }
        return params;
    }

    private static Run ended(Invocation invocation, DaemonApi daemon, Run run, boolean follow) {
        // For programs the output is one document, so lines go to the error stream.
        boolean json = invocation.has(Option.JSON);
        LinePrinter lines = new LinePrinter(
                json ? invocation.console().err() : invocation.console().out(), invocation.console().err());
        if (follow) {
            LogFollower follower = new LogFollower(lines, "");
            try (Subscription _ = daemon.logStream(run.taskName(), run.id(), 0, StreamOperations.MOST_REPLAY,
                    follower)) {
                follower.await();
            }
        }
        return new EndWatch(daemon, run.id()).await();
    }

    private int tell(Invocation invocation, Run run, boolean json) {
        boolean over = run.endReason() != null;
        int code = over ? code(run) : ExitCode.GOOD;
        if (json) {
            Shape.print(invocation.console().out(), document -> {
                document.writeStringField("task", run.taskName());
                document.writeStringField("run_id", run.id());
                Shape.field(document, "run", run);
                document.writeBooleanField("failed", Verdict.of(run).failure());
            });
            return code;
        }
        if (!over) {
            invocation.console().out().line("triggered run " + run.id() + " for task \"" + run.taskName() + "\"");
            return code;
        }
        if (run.startAt() == null) {
            Verdict verdict = Verdict.of(run);
            String message = run.message();
            new ErrorMessage(run.taskName() + " was not started: " + verdict.word() + ".",
                    List.of(Sentence.of(message == null ? verdict.says() : message),
                            "It is on record as run " + run.id() + "."))
                .print(invocation.console().err());
            return code;
        }
        Printer err = invocation.console().err();
        err.line(Tones.safe(run.taskName() + " " + run.id() + ": "
                + RunSentence.of(run, List.of(), null, now()), err));
        if (run.message() != null) {
            err.line(Tones.safe(run.message(), err));
        }
        return code;
    }

    private static int code(Run run) {
        if (EndReason.SUCCESS.word().equals(run.endReason())) {
            return ExitCode.GOOD;
        }
        return run.exitCode() > 0 ? run.exitCode() : ExitCode.FAILED;
    }
}
