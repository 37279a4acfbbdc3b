package io.runwisp.engine;

import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.CloseFact;
import io.runwisp.engine.RunJournalChange.DeleteRun;
import io.runwisp.engine.RunJournalChange.DropRegistration;
import io.runwisp.engine.RunJournalChange.DropSetting;
import io.runwisp.engine.RunJournalChange.DropWatermark;
import io.runwisp.engine.RunJournalChange.ForgetFacts;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.OpenFact;
import io.runwisp.engine.RunJournalChange.SaveRegistration;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalChange.SaveSetting;
import io.runwisp.model.Notice;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A journal in memory: every batch is committed, and its receipt told, before {@code write} returns. One thread uses it. */
public final class FakeRunJournal implements RunJournal {

    private final Map<RunId, Run> runs = new LinkedHashMap<>();
    private final Map<String, Watermark> watermarks = new TreeMap<>();
    private final Map<String, Registration> registrations = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<AppendEvent> events = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final FakeBell bell = new FakeBell(events::add);
    private boolean closed;

    @Override
    public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
        if (closed) {
            return Admission.CLOSED;
        }
        List<Long> sequences = new ArrayList<>();
        for (RunJournalChange change : batch) {
            apply(change);
            if (change instanceof AppendEvent) {
                sequences.add((long) events.size());
            }
        }
        bell.finish();
        receipt.committed(List.copyOf(sequences));
        return Admission.ACCEPTED;
    }

    private void apply(RunJournalChange change) {
        switch (change) {
            case SaveRun(var run) -> runs.put(run.id(), run);
            case DeleteRun(var id) ->
                find(id).filter(run -> run.phase() == RunPhase.ENDED).ifPresent(run -> runs.remove(id));
            case RunJournalChange.HideRun(var id, var at) -> find(id)
                .filter(run -> run.phase() == RunPhase.ENDED && run.nextRetryAt() == null && run.deletedAt() == null)
                .ifPresent(run -> runs.put(id, run.withDeletedAt(at)));
            case RunJournalChange.ShowRun(var id) -> runs.computeIfPresent(id, (_, run) -> run.withDeletedAt(null));
            case AppendEvent event -> events.add(event);
            case MoveWatermark(var watermark) -> watermarks.put(watermark.taskName(), watermark);
            case DropWatermark(var task) -> watermarks.remove(task);
            case OpenFact(var kind, var subject, var from, var detail) -> {
                close(kind, subject, from);
                facts.add(new Fact(kind, subject, from, null, detail));
            }
            case CloseFact(var kind, var subject, var until) -> close(kind, subject, until);
            case ForgetFacts(var before) ->
                facts.removeIf(fact -> endedBefore(fact, before));
            case SaveRegistration(var registration) -> registrations.merge(registration.taskName(), registration,
                    (old, now) -> new Registration(now.taskName(), old.firstSeenAt(), now.lastRunAt(), now.pausedAt(),
                            now.resumedAt(), now.bootId()));
            case DropRegistration(var task) -> registrations.remove(task);
            case SaveSetting(var key, var value) -> settings.put(key, value);
            case DropSetting(var key) -> settings.remove(key);
            case RunJournalChange.RingBell ring -> bell.ring(ring);
            case RunJournalChange.MarkNotice mark -> bell.mark(mark);
            case RunJournalChange.MarkAllNotices mark -> bell.markAll(mark);
            case RunJournalChange.ForgetNotices forget -> bell.forget(forget);
        }
    }

    private void close(FactKind kind, String subject, Instant until) {
        facts.replaceAll(fact -> fact.kind() == kind && fact.subject().equals(subject) && fact.until() == null
                ? new Fact(kind, subject, fact.from(), until, fact.detail())
                : fact);
    }

    @Override
    public RunJournalSnapshot recover() {
        Comparator<Run> byCreation = Comparator.comparing(run -> run.origin().createdAt());
        return new RunJournalSnapshot(
                runs.values().stream().filter(run -> run.phase() != RunPhase.ENDED).sorted(byCreation).toList(),
                runs.values().stream().filter(run -> run.nextRetryAt() != null).sorted(byDue()).toList(),
                List.copyOf(watermarks.values()), List.copyOf(registrations.values()),
                facts.stream().filter(fact -> fact.until() == null).sorted(Comparator.comparing(Fact::from)).toList(),
                events.size());
    }

    private static Comparator<Run> byDue() {
        return Comparator.comparing(run -> Objects.requireNonNullElse(run.nextRetryAt(), Instant.MAX));
    }

    private static boolean endedBefore(Fact fact, Instant instant) {
        Instant until = fact.until();
        return until != null && until.isBefore(instant);
    }

    @Override
    public RunJournalState state() {
        return closed ? new RunJournalState.Closed() : new RunJournalState.Ready();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The run of this id. */
    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** The rows of the bell, newest first. */
    public List<Notice> notices() {
        return bell.rows();
    }

    /** All events, oldest first; the number of the first is 1. */
    public List<AppendEvent> events() {
        return List.copyOf(events);
    }
}
