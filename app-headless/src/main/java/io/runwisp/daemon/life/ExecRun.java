package io.runwisp.daemon.life;

import io.runwisp.cli.ExecCommand;
import io.runwisp.cli.ExitCode;
import io.runwisp.cli.GivenParam;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.daemon.life.ExecLife.Verdict;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.EngineEffect.Rejected;
import io.runwisp.engine.EngineEffect.Triggered;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.echo.EchoingOutputSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of one task, by an engine of its own that knows nothing else. */
final class ExecRun {

    /** While nobody sends a signal, the main thread has nothing to do. */
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration LAST_ROWS = Duration.ofSeconds(5);
    private static final long NOT_STOPPED = Long.MIN_VALUE;

    private final ExecCommand.Order order;
    private final StoreDatabase database;
    private final Clocks clocks;
    private final DaemonLog log;
    private final ExecLife.Echo echo;
    private final CompletableFuture<Run> ended = new CompletableFuture<>();

    ExecRun(ExecCommand.Order order, StoreDatabase database, Clocks clocks, DaemonLog log, ExecLife.Echo echo) {
        this.order = order;
        this.database = database;
        this.clocks = clocks;
        this.log = log;
        this.echo = echo;
    }

    Verdict run(Directions directions) {
        EngineRules rules = EngineRules.of(order.config());
        List<UnitDefinition> units = Definitions.of(order.config());
        // Only what is left of this very task: services of a daemon that died go on until the next daemon takes them over.
        StepResult<?> cleared = new Aftermath(database, database.store().journal(), units, clocks, log)
            .clear(run -> run.taskName().equals(order.task()), rules.shutdownTimeout());
        if (cleared instanceof StepResult.Failed<?>(var refusal)) {
            return Verdict.refused(refusal);
        }
        OutputSink logs = new FileOutputSink(database.directory().logs(), new LocalLogDisk(), clocks.wall(),
                order.config().zone(), new LineBus());
        try (Machinery machinery = new Machinery(new Machinery.Parts(rules,
                List.of(SingleAttempt.of(order.task(), units)),
                new ExecJournal(database.store().journal()), new EchoingOutputSink(logs, echo.out(), echo.err()),
                clocks, log, this::committed, () -> {
                }, _ -> {
                }))) {
            database.relay().tell(machinery::tell);
            machinery.begin(new RunJournalSnapshot(List.of(), List.of(), List.of(), List.of(), List.of(), 0));
            Verdict verdict = triggered(machinery, directions);
            machinery.tell(new EngineMessage.Shutdown());
            awaitFinish(machinery, directions, rules);
            return verdict;
        }
    }

    private Verdict triggered(Machinery machinery, Directions directions) {
        AtomicReference<@Nullable CommandResult> answer = new AtomicReference<>();
        var _ = machinery
            .ask(ticket -> new EngineMessage.TriggerTask(ticket, order.task(), Trigger.API, order.params()))
            .thenAccept(result -> {
                answer.set(result);
                if (!(result instanceof Triggered)) {
                    directions.finished();
                }
            });
        var _ = ended.thenRun(directions::finished);
        long stoppedAt = NOT_STOPPED;
        for (String signal = directions.next(FOR_EVER); signal == null || !signal.isEmpty(); signal = directions
            .next(FOR_EVER)) {
            long now = clocks.monotonic().nanos();
            if (signal != null && stoppedAt == NOT_STOPPED) {
                stop(machinery, answer.get());
                stoppedAt = now;
            } else if (signal != null && now - stoppedAt > Ending.ECHO.toNanos()) {
                kill(machinery);
            }
        }
        return ended.isDone() ? verdict(ended.join()) : rejected(answer.get());
    }

    private static void stop(Machinery machinery, @Nullable CommandResult answer) {
        if (answer instanceof Triggered(Run run)) {
            RunId id = run.id();
            var _ = machinery.ask(ticket -> new EngineMessage.StopRun(ticket, id));
        } else {
            machinery.tell(new EngineMessage.Shutdown());
        }
    }

    /** The first request lets everything end, the second kills it. */
    private static void kill(Machinery machinery) {
        machinery.tell(new EngineMessage.Shutdown());
        machinery.tell(new EngineMessage.Shutdown());
    }

    /** The journal thread's. */
    private void committed(List<RunJournalChange> changes) {
        for (RunJournalChange change : changes) {
            if (change instanceof RunJournalChange.SaveRun(Run run) && run.end() != null) {
                ended.complete(run);
            }
        }
    }

    private void awaitFinish(Machinery machinery, Directions directions, EngineRules rules) {
        var _ = machinery.finished().thenRun(directions::finished);
        for (String signal = directions.next(rules.shutdownTimeout().plus(LAST_ROWS)); signal != null
                && !machinery.finished().isDone(); signal = directions.next(rules.shutdownTimeout().plus(LAST_ROWS))) {
            if (!signal.isEmpty()) {
                machinery.tell(new EngineMessage.Shutdown());
            }
        }
    }

    private static Verdict rejected(@Nullable CommandResult answer) {
        return answer instanceof Rejected(var reason, String why)
                ? new Verdict(ExitCode.FAILED, why,
                        reason == Reason.BAD_PARAMS ? List.of(GivenParam.HOW) : List.of())
                : new Verdict(ExitCode.FAILED, "The run was not started.", List.of());
    }

    private static Verdict verdict(Run run) {
        RunEnd end = run.end();
        if (end == null || end.reason() == EndReason.SUCCESS) {
            return new Verdict(ExitCode.GOOD, "", List.of());
        }
        int code = end.exitCode() > 0 ? end.exitCode() : ExitCode.FAILED;
        boolean itsOwn = end.reason() == EndReason.FAILED && end.exitCode() > 0 && run.message() == null;
        String title = "the run of \"" + run.taskName() + "\" ended as " + end.reason().word() + ".";
        return itsOwn ? new Verdict(code, "", List.of())
                : new Verdict(code, title, run.message() == null ? List.of() : List.of(run.message()));
    }
}
