package io.runwisp.engine;

import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Drives an engine core by hand: time passes only when a test says so, the disk and the processes do at once what they are asked for, unless a test holds them
 * back.
 */
final class EngineDriver {

    static final Instant BEGIN = Instant.parse("2026-03-02T10:00:30Z");

    private static final EventText TEXTS = new EventText() {
        @Override
        public String ofRun(Run run, @Nullable String error) {
            return run.taskName() + " " + run.outcome();
        }

        @Override
        public String ofUnit(String unit, String text) {
            return unit + ": " + text;
        }
    };

    final EngineCore core;
    final FakeRunJournal journal;
    final List<EngineEffect> effects = new ArrayList<>();
    final Map<Long, EngineEffect.CommandResult> answers = new LinkedHashMap<>();
    final Map<RunId, Run> rows = new LinkedHashMap<>();
    /** Processes that live, in the order of their start. */
    final Set<RunId> alive = new LinkedHashSet<>();
    /** Processes that ignore every signal but the kill. */
    boolean stubborn;
    /** Batches are not answered. */
    boolean diskHeld;
    /** Launches are not answered. */
    boolean spawnHeld;
    /** Launches fail. */
    @Nullable
    String spawnFault;
    Instant wall = BEGIN;
    long nanos = 1_000_000_000L;
    private final Deque<EngineMessage> inbox = new ArrayDeque<>();
    private final List<EngineEffect.WriteJournal> held = new ArrayList<>();
    private long tickets;
    private int pids = 100;

    EngineDriver(UnitDefinition... units) {
        this(new FakeRunJournal(), units);
    }

    EngineDriver(FakeRunJournal journal, UnitDefinition... units) {
        this.journal = journal;
        UlidSequence ids = new UlidSequence(() -> wall.toEpochMilli(), new Random(11 + journal.events().size()));
        core = new EngineCore(new EngineRules(Duration.ofSeconds(10), false), List.of(units), ids::next, TEXTS);
    }

    EngineDriver begun() {
        send(new EngineMessage.Begin(journal.recover(), "boot-1"));
        return this;
    }

    /** Tells the engine, and does what it wants done until nothing is left to do. */
    EngineDriver send(EngineMessage message) {
        inbox.add(message);
        while (!inbox.isEmpty()) {
            for (EngineEffect effect : core.handle(inbox.remove(), new Moment(wall, nanos))) {
                effects.add(effect);
                carryOut(effect);
            }
        }
        return this;
    }

    long trigger(String task) {
        return trigger(task, Map.of());
    }

    long trigger(String task, Map<String, @Nullable String> params) {
        send(new EngineMessage.TriggerTask(++tickets, task, Trigger.API, params));
        return tickets;
    }

    /** The run that a trigger got. */
    RunId triggered(String task) {
        return answer(trigger(task), EngineEffect.Triggered.class).run().id();
    }

    <T extends EngineEffect.CommandResult> T answer(long ticket, Class<T> kind) {
        return Objects.requireNonNull(kind.cast(answers.get(ticket)));
    }

    /** Asks for something that may be answered later; the ticket. */
    long order(LongFunction<EngineMessage> request) {
        long ticket = ++tickets;
        send(request.apply(ticket));
        return ticket;
    }

    EngineEffect.CommandResult ask(LongFunction<EngineMessage> request) {
        EngineEffect.CommandResult result = answers.get(order(request));
        if (result == null) {
            throw new AssertionError("not answered");
        }
        return result;
    }

    /** The process of a run ends, and leaves nothing. */
    void exits(RunId run, int code) {
        leaves(run, code);
        send(new ProcessReport.Cleared(run, totals(), null));
    }

    /** The leader of a run ends, and leaves something. */
    void leaves(RunId run, int code) {
        alive.remove(run);
        send(new ProcessReport.Exited(run, code, 0, null));
    }

    void clears(RunId run) {
        send(new ProcessReport.Cleared(run, totals(), null));
    }

    static OutputSink.Totals totals() {
        return new OutputSink.Totals(0, 0, false, true);
    }

    /** Time passes, on both clocks, and the engine is woken whenever it wants to be. */
    void pass(Duration time) {
        Instant end = wall.plus(time);
        long endNanos = nanos + time.toNanos();
        Wake wake = core.nextWake();
        while (wake != null && due(wake) <= endNanos) {
            long at = Math.max(due(wake), nanos);
            wall = wall.plusNanos(at - nanos);
            nanos = at;
            send(new EngineMessage.Woken());
            Wake next = core.nextWake();
            if (next != null && due(next) <= nanos) {
                throw new AssertionError("the engine wants to be woken at once, again and again: " + next);
            }
            wake = next;
        }
        wall = end;
        nanos = endNanos;
    }

    private long due(Wake wake) {
        long timer = wake.nanos() == null ? Long.MAX_VALUE : wake.nanos();
        long slot = wake.wall() == null ? Long.MAX_VALUE : nanos + Duration.between(wall, wake.wall()).toNanos();
        return Math.min(timer, slot);
    }

    /** The disk does what it was asked for meanwhile. */
    void releaseDisk() {
        diskHeld = false;
        letDiskCatchUp();
    }

    /** The same, and it is slow again with what comes of that. */
    void letDiskCatchUp() {
        List<EngineEffect.WriteJournal> all = List.copyOf(held);
        held.clear();
        all.forEach(this::write);
        send(new EngineMessage.Woken());
    }

    /** The disk takes nothing of what it was asked for meanwhile. */
    void refuseDisk(String reason) {
        diskHeld = false;
        List<EngineEffect.WriteJournal> all = List.copyOf(held);
        held.clear();
        all.forEach(batch -> send(new EngineMessage.NotCommitted(batch.batch(), reason)));
    }

    Run row(RunId run) {
        Run row = rows.get(run);
        if (row == null) {
            throw new AssertionError("no row of " + run);
        }
        return row;
    }

    RunEnd end(RunId run) {
        return Objects.requireNonNull(row(run).end(), row(run)::toString);
    }

    List<Run> rowsOf(String unit) {
        return rows.values().stream().filter(row -> row.taskName().equals(unit)).toList();
    }

    Run lastOf(String unit) {
        return rowsOf(unit).getLast();
    }

    List<RunId> aliveOf(String unit) {
        return alive.stream().filter(run -> row(run).taskName().equals(unit)).toList();
    }

    <T extends EngineEffect> List<T> seen(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<StopSignal> signalsTo(RunId run) {
        return seen(EngineEffect.SignalProcess.class).stream()
            .filter(effect -> effect.run().equals(run))
            .map(EngineEffect.SignalProcess::signal)
            .toList();
    }

    List<String> events() {
        return journal.events().stream().map(event -> event.kind() + " " + event.payload()).toList();
    }

    List<String> runEvents() {
        return events().stream().filter(event -> event.startsWith("run.")).toList();
    }

    private void carryOut(EngineEffect effect) {
        switch (effect) {
            case EngineEffect.WriteJournal batch -> {
                if (diskHeld) {
                    held.add(batch);
                } else {
                    write(batch);
                }
            }
            case EngineEffect.LaunchProcess(var launch) -> launch(launch.run());
            case EngineEffect.ReleaseProcess(var run) -> alive.add(run);
            case EngineEffect.SignalProcess(var run, var signal) -> signal(run, signal);
            case EngineEffect.Answer(long ticket, var result) -> {
                if (answers.put(ticket, result) != null) {
                    throw new AssertionError("ticket " + ticket + " was answered twice");
                }
            }
            default -> {
            }
        }
    }

    private void write(EngineEffect.WriteJournal batch) {
        for (RunJournalChange change : batch.changes()) {
            if (change instanceof RunJournalChange.SaveRun(var run)) {
                rows.put(run.id(), run);
            }
        }
        journal.write(batch.changes(), new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                inbox.add(new EngineMessage.Committed(batch.batch(), eventSequences));
            }

            @Override
            public void refused(String reason) {
                inbox.add(new EngineMessage.NotCommitted(batch.batch(), reason));
            }
        });
    }

    private void launch(RunId run) {
        if (spawnFault != null) {
            inbox.add(new ProcessReport.NotLaunched(run, null, spawnFault));
        } else if (!spawnHeld) {
            inbox.add(launched(run));
        }
    }

    /** What a launcher tells of a process that waits behind its gate. */
    ProcessReport.Launched launched(RunId run) {
        int pid = pids++;
        return new ProcessReport.Launched(run, new ProcessIdentity(pid, pid, "boot-1", pid, List.of()), run + ".log",
                nanos);
    }

    private void signal(RunId run, StopSignal signal) {
        boolean gone = !stubborn || signal == StopSignal.SIGKILL;
        if (gone && (alive.remove(run) || !rows.containsKey(run) || row(run).end() == null)) {
            inbox.add(new ProcessReport.Exited(run, 128 + signal.number(), signal.number(), null));
            inbox.add(new ProcessReport.Cleared(run, totals(), null));
        }
    }
}
