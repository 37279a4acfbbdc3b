package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs that are not over. It moves them by {@link RunTransitions} and has done what comes of it. */
final class Runs {

    private record Entry(RunLife life, RunOwner owner) {
    }

    /** So many processes may wait behind their gates for the first row of their run. */
    static final int MOST_AHEAD = 8;

    private final Outbox outbox;
    private final Timers timers;
    private boolean dieWithDaemon;
    private final Map<RunId, Entry> entries = new LinkedHashMap<>();
    private final Map<RunId, List<Long>> awaited = new HashMap<>();
    private final Map<RunId, List<Runnable>> stopAnswers = new HashMap<>();
    private final Set<RunId> ahead = new HashSet<>();

    Runs(Outbox outbox, Timers timers, boolean dieWithDaemon) {
        this.outbox = outbox;
        this.timers = timers;
        this.dieWithDaemon = dieWithDaemon;
    }

    /** Whether processes that start from now on die with the daemon. */
    void dieWithDaemon(boolean so) {
        dieWithDaemon = so;
    }

    /** Other rules hold for a run that is under way. */
    void follow(RunId id, RunRules rules) {
        Entry entry = entries.get(id);
        if (entry != null) {
            RunLife life = entry.life().with(rules);
            entries.put(id, new Entry(life, entry.owner()));
            timers.set(id, life.deadline());
        }
    }

    /** Answers when a run is over, and its end is on the disk. */
    void await(long ticket, RunId id) {
        if (entries.containsKey(id)) {
            awaited.computeIfAbsent(id, _ -> new ArrayList<>(1)).add(ticket);
        } else {
            outbox.answer(ticket, new EngineEffect.RunIsOver());
        }
    }

    /** Whether it may be admitted: a process is started before the row of its run is on the disk, for a few at a time. */
    boolean mayBegin(RunLife life) {
        return switch (life.stage()) {
            case RunStage.Waiting _ -> true;
            case RunStage.Creating _ -> life.run().stop() == null && ahead.size() < MOST_AHEAD;
            default -> false;
        };
    }

    @Nullable
    RunLife find(RunId id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.life();
    }

    List<RunLife> all() {
        return entries.values().stream().map(Entry::life).toList();
    }

    /** The processes of tasks, those included that are in the configuration no more. */
    List<RunLife> ofTasks() {
        return entries.values()
            .stream()
            .filter(entry -> entry.owner() instanceof TaskDesk && entry.life().hasProcess())
            .map(Entry::life)
            .toList();
    }

    /** A new run: its row is written together with these changes, and then whoever waits for it is answered. */
    void create(Run run, RunRules rules, RunOwner owner, List<RunJournalChange> together, @Nullable Long ticket,
            Moment now) {
        entries.put(run.id(), new Entry(RunLife.creating(run, rules), owner));
        List<RunJournalChange> changes = new ArrayList<>(together);
        changes.add(new RunJournalChange.SaveRun(run));
        changes.add(outbox.event("run.created", now.wall(), run, null));
        outbox.write(changes, receipt(run.id(), RunInput.Row.CREATED, run, ticket));
    }

    /** A run that does not run: its row is written with its end, together with these changes. */
    void record(Run ended, List<RunJournalChange> together, @Nullable Long ticket, Moment now) {
        List<RunJournalChange> changes = new ArrayList<>(together);
        changes.add(new RunJournalChange.SaveRun(ended));
        changes.add(outbox.event("run.created", now.wall(), ended, null));
        changes.add(outbox.event("run.failed", now.wall(), ended, ended.message()));
        outbox.write(changes, new Outbox.Receipt() {
            @Override
            public void committed(Moment later) {
                if (ticket != null) {
                    outbox.answer(ticket, new EngineEffect.Triggered(ended));
                }
            }

            @Override
            public void refused(String reason, Moment later) {
                unrecorded(ended, reason, ticket);
            }
        });
    }

    /** A run whose row is on the disk already and that waits for its turn. */
    void restore(Run pending, RunRules rules, RunOwner owner) {
        entries.put(pending.id(), new Entry(RunLife.waiting(pending, rules), owner));
    }

    /** The row of a run that a former daemon left waiting gets its end: it will not run. */
    void close(Run ended, Moment now) {
        outbox.write(List.of(new RunJournalChange.SaveRun(ended),
                outbox.event("run.failed", now.wall(), ended, ended.message())));
    }

    /** Something has happened to a run. One that is over, or was never known, is none of our business. */
    void tell(RunId id, RunInput input, Moment now) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return;
        }
        outbox.touch(entry.life().run().taskName());
        RunStep step = RunTransitions.apply(entry.life(), input, now);
        entries.put(id, new Entry(step.life(), entry.owner()));
        if (step.life().stage() instanceof RunStage.Ahead || step.life().stage() instanceof RunStage.Unmade) {
            ahead.add(id);
        } else {
            ahead.remove(id);
        }
        timers.set(id, step.life().deadline());
        for (RunDeed deed : step.deeds()) {
            carryOut(step.life(), entry.owner(), deed, now);
        }
        if (step.life().stage() instanceof RunStage.Ending || input instanceof RunInput.JournalStuck) {
            answerStops(id);
        }
    }

    /** Answers an order to end this run when no death of the daemon can undo it: one that had not begun yet would stand in line again. */
    void answerStop(RunId id, long ticket, EngineEffect.CommandResult result) {
        RunLife life = find(id);
        boolean couldBeginAgain = life != null
                && (life.stage() instanceof RunStage.Creating || life.stage() instanceof RunStage.Ahead
                        || life.stage() instanceof RunStage.Launching || life.stage() instanceof RunStage.Gated);
        if (couldBeginAgain && !outbox.stalled()) {
            stopAnswers.computeIfAbsent(id, _ -> new ArrayList<>()).add(() -> outbox.answerWritten(ticket, result));
        } else {
            outbox.answerWritten(ticket, result);
        }
    }

    private void answerStops(RunId id) {
        List<Runnable> answers = stopAnswers.remove(id);
        if (answers != null) {
            answers.forEach(Runnable::run);
        }
    }

    private void carryOut(RunLife life, RunOwner owner, RunDeed deed, Moment now) {
        switch (deed) {
            case RunDeed.Do(var effect) -> outbox.add(effect);
            case RunDeed.Launch _ -> outbox.add(new EngineEffect.LaunchProcess(launch(life, owner)));
            case RunDeed.Save(var row, var event) -> outbox.write(
                    List.of(new RunJournalChange.SaveRun(life.run()),
                            outbox.event(event, now.wall(), life.run(), null)),
                    receipt(life.id(), row, life.run(), null));
            case RunDeed.Tell(var kind, var error) ->
                outbox.write(List.of(outbox.event(kind.word(), now.wall(), life.run(), error)));
            case RunDeed.Conclude(var verdict) -> conclude(life, owner, verdict, now);
            case RunDeed.Begun _ -> owner.begun(life, now);
            case RunDeed.Ready _ -> owner.ready(life, now);
            case RunDeed.Forget _ -> forget(life, owner, now);
        }
    }

    private ProcessLauncher.Launch launch(RunLife life, RunOwner owner) {
        Run run = life.run();
        RunRules rules = life.rules();
        OutputSink.Limits limits = new OutputSink.Limits(rules.logMaxBytes(), rules.logOnFull(),
                rules.minFreeBytes());
        return new ProcessLauncher.Launch(owner.command(run), new OutputSink.Order(run.id(), run.taskName(),
                run.origin().createdAt(), limits, rules.secrets(), rules.failures().patterns()), dieWithDaemon);
    }

    private void conclude(RunLife life, RunOwner owner, EndReasons.Verdict verdict, Moment now) {
        RunOwner.Conclusion conclusion = owner.conclude(life, verdict, now);
        Run row = conclusion.row();
        entries.put(life.id(), new Entry(life.with(row), owner));
        boolean good = row.end() != null && row.end().reason() == EndReason.SUCCESS;
        List<RunJournalChange> changes = new ArrayList<>();
        changes.add(new RunJournalChange.SaveRun(row));
        changes.add(outbox.event(good ? "run.completed" : "run.failed", now.wall(), row,
                good ? null : row.message()));
        changes.addAll(conclusion.further());
        outbox.write(changes, receipt(life.id(), RunInput.Row.ENDED, row, null));
    }

    private void forget(RunLife life, RunOwner owner, Moment now) {
        entries.remove(life.id());
        ahead.remove(life.id());
        timers.cancel(life.id());
        List<Long> tickets = awaited.remove(life.id());
        if (tickets != null) {
            tickets.forEach(ticket -> outbox.answer(ticket, new EngineEffect.RunIsOver()));
        }
        answerStops(life.id());
        if (life.stage() instanceof RunStage.Unmade) {
            owner.lost(life, now);
        } else {
            owner.over(life, now);
        }
    }

    private Outbox.Receipt receipt(RunId id, RunInput.Row row, Run saved, @Nullable Long ticket) {
        return new Outbox.Receipt() {
            @Override
            public void committed(Moment now) {
                if (ticket != null) {
                    outbox.answer(ticket, new EngineEffect.Triggered(saved));
                }
                tell(id, new RunInput.Saved(row), now);
            }

            @Override
            public void refused(String reason, Moment now) {
                if (row == RunInput.Row.CREATED) {
                    unrecorded(saved, reason, ticket);
                }
                tell(id, new RunInput.NotSaved(row, reason), now);
            }
        };
    }

    private void unrecorded(Run run, String reason, @Nullable Long ticket) {
        outbox.narrate(Level.ERROR, "a run of " + run.taskName() + " could not be recorded, so there is none: "
                + reason);
        if (ticket != null) {
            outbox.reject(ticket, EngineEffect.Reason.STALLED, "the run could not be recorded: " + reason);
        }
    }
}
