package io.runwisp.api.local;

import io.runwisp.api.ground.EngineDoor;
import io.runwisp.api.host.Health;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.RunOperations;
import io.runwisp.client.RunQuery;
import io.runwisp.engine.EngineEffect.Accepted;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.EngineEffect.Rejected;
import io.runwisp.engine.EngineEffect.Triggered;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalState;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.RunId;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.output.LogArea;
import io.runwisp.store.RunBatches;
import io.runwisp.store.RunQueries;
import io.runwisp.wire.Message;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.Reruns;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import io.runwisp.wire.run.RunReference;
import io.runwisp.wire.run.RunSelector;
import io.runwisp.wire.run.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs, answered in this process. What it has deleted or restored is on the disk when it returns. */
public final class LocalRuns implements RunOperations {

    private static final JsonEventText TEXTS = new JsonEventText();

    private final RunQueries queries;
    private final RecordedRuns runs;
    private final LogArea logs;
    private final BulkDeletion bulk;
    private final EngineDoor engine;

    /** What all of this needs. */
    public LocalRuns(RunQueries queries, LogArea logs, BulkDeletion bulk, EngineDoor engine) {
        this.queries = queries;
        this.runs = new RecordedRuns(queries);
        this.logs = logs;
        this.bulk = bulk;
        this.engine = engine;
    }

    @Override
    public RunPage runs(RunQuery query) {
        io.runwisp.model.RunPage page = queries.list(query.filter(), query.sort(), query.limit(), query.offset());
        RunId newest = page.newest();
        return new RunPage(page.runs().stream().map(Run::of).toList(), page.total(),
                newest == null ? null : newest.text());
    }

    @Override
    public RunSummary summary() {
        io.runwisp.model.RunSummary now = queries.summary();
        return new RunSummary(now.total(), now.success(), now.failed(), now.missed(), now.lastFailure());
    }

    @Override
    public Run run(String id) {
        return Run.of(runs.find(id));
    }

    @Override
    public void deleteRun(String unit, String id) {
        io.runwisp.model.Run run = runs.find(unit, id);
        if (run.end() == null || run.nextRetryAt() != null) {
            throw refused(ProblemCode.RUN_ACTIVE, "Run " + id + " of " + unit
                    + (run.end() == null ? " is not over" : " is to be tried again") + ". Stop it first.");
        }
        // Files go before rows, so a journal that takes nothing must be noticed before the first file is gone.
        if (bulk.pen().journal().state() instanceof RunJournalState.Stalled(String reason)) {
            throw new ApiProblem(Health.stalled(reason));
        }
        RunStart start = run.start();
        String file = start == null ? null : start.logFile();
        try {
            if (file != null && !file.isEmpty()) {
                var _ = logs.remove(unit, file);
            }
        } catch (IOException e) {
            throw refused(ProblemCode.INTERNAL, "Run " + id + " of " + unit + " stays, because its log " + file
                    + " could not be deleted (" + e + "). See who owns that file, and delete the run again.");
        }
        bulk.pen()
            .write(new RunJournalChange.DeleteRun(run.id()), new RunJournalChange.AppendEvent(
                    EventName.RUN_DELETED.word(), bulk.clock().now(), TEXTS.ofDeleted(run)));
    }

    @Override
    public Message stopRun(String unit, String id) {
        io.runwisp.model.Run run = runs.find(unit, id);
        return switch (stop(run.id())) {
            case Accepted(var text) -> new Message(text);
            case Rejected(var reason, var text) -> throw switch (reason) {
                case STOPPING -> refused(ProblemCode.STOPPING, text);
                case STALLED -> refused(ProblemCode.JOURNAL_STALLED, text);
                case UNKNOWN -> refused(ProblemCode.RUN_NOT_RUNNING, "Run " + id + " of " + unit + " is over already.");
                case NOT_NOW, WRONG_KIND, FORBIDDEN, BAD_PARAMS -> refused(ProblemCode.NOT_NOW, text);
            };
            case CommandResult other -> throw new IllegalStateException("a stop was answered by " + other);
        };
    }

    private CommandResult stop(RunId id) {
        return engine.ask(ticket -> new EngineMessage.StopRun(ticket, id));
    }

    @Override
    public Affected deleteRuns(RunSelector selector) {
        return bulk.delete(selector);
    }

    @Override
    public Affected restoreRuns(RunSelector selector) {
        return bulk.restore(selector);
    }

    @Override
    public Affected cancelRuns(RunSelector selector) {
        AtomicInteger affected = new AtomicInteger();
        ChosenRuns chosen = ChosenRuns.of(selector);
        // Counted first: afterwards those that were stopped are over as well.
        int over = chosen.count(bulk.batches(), RunBatches.Which.OVER);
        int unknown = Math.max(0, chosen.named() - over - chosen.count(bulk.batches(), RunBatches.Which.ACTIVE));
        chosen.each(bulk.batches(), RunBatches.Which.ACTIVE, piece -> {
            List<CompletableFuture<CommandResult>> answers = piece.stream()
                .map(run -> engine.knock(ticket -> new EngineMessage.StopRun(ticket, run.id())))
                .toList();
            for (CompletableFuture<CommandResult> answer : answers) {
                switch (EngineDoor.await(answer)) {
                    case Accepted _ -> affected.incrementAndGet();
                    case Rejected(var reason, var text) -> goesOn(reason, text);
                    case CommandResult other -> throw new IllegalStateException("a stop was answered by " + other);
                }
            }
        });
        return new Affected(affected.get(), null, Passed.list(Passed.over(over), Passed.unknown(unknown)));
    }

    @Override
    public Reruns rerunRuns(RunSelector selector) {
        Map<String, io.runwisp.model.Run> newest = new TreeMap<>();
        ChosenRuns.of(selector)
            .each(bulk.batches(), RunBatches.Which.SEEN,
                    piece -> piece.forEach(run -> newest.put(run.taskName(), run)));
        List<RunReference> triggered = new ArrayList<>();
        Map<Reason, List<String>> passedOver = new EnumMap<>(Reason.class);
        newest.forEach((task, run) -> {
            switch (engine.ask(ticket -> new EngineMessage.TriggerTask(ticket, task, Trigger.API,
                    run.origin().params()))) {
                case Triggered(var again) -> triggered.add(new RunReference(task, again.id().text()));
                case Rejected(var reason, var text) -> {
                    goesOn(reason, text);
                    passedOver.computeIfAbsent(reason, _ -> new ArrayList<>()).add(task);
                }
                case CommandResult other -> throw new IllegalStateException("a trigger was answered by " + other);
            }
        });
        return new Reruns(triggered, Passed.units(passedOver));
    }

    /** One of many that cannot be done is passed over; what would refuse all the others too is told. */
    private static void goesOn(Reason reason, String text) {
        switch (reason) {
            case STOPPING -> throw refused(ProblemCode.STOPPING, text);
            case STALLED -> throw refused(ProblemCode.JOURNAL_STALLED, text);
            case UNKNOWN, WRONG_KIND, FORBIDDEN, BAD_PARAMS, NOT_NOW -> {
                // It is over meanwhile, is a service, may not be started from outside, or takes other parameters now.
            }
        }
    }

    private static ApiProblem refused(ProblemCode code, String text) {
        return new ApiProblem(Problem.of(code, text));
    }
}
