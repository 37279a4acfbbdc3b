package io.runwisp.engine.simulation;

import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.DropWatermark;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.SaveRegistration;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.Watermark;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.Trigger;
import io.runwisp.schedule.CronSchedule;
import io.runwisp.schedule.NaiveSlots;
import io.runwisp.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Each slot is accounted for exactly once: fired, caught up, skipped, queued, missed or passed in a pause. */
final class SlotCheck extends Check {

    private static final Duration REACH = Duration.ofDays(8);
    private static final Duration LATE = Duration.ofMinutes(2);

    /** What slots come from. */
    private record Rhythm(String expression, String zone) {
    }

    private static final class Account {
        final Rhythm rhythm;
        final NavigableMap<Instant, Slot.Fate> slots;
        final Set<Instant> rows = new HashSet<>();
        Instant mark;
        /** Nothing up to here is a matter of this schedule. */
        Instant from;
        boolean paused;

        Account(Rhythm rhythm, NavigableMap<Instant, Slot.Fate> slots, Instant mark, boolean paused) {
            this.rhythm = rhythm;
            this.slots = slots;
            this.mark = mark;
            this.from = mark;
            this.paused = paused;
        }
    }

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<Rhythm, NavigableMap<Instant, Slot.Fate>> known = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> batch = new HashMap<>();
    private long firstOfBatch;
    private long slots;

    SlotCheck(Ledger ledger) {
        super(ledger);
    }

    /** How many slots were accounted for. */
    long slots() {
        return slots;
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.Durable(var _, var changes, var _)) {
            durable(changes);
        }
    }

    private void durable(List<RunJournalChange> changes) {
        Map<String, Instant> gaps = new HashMap<>();
        batch.clear();
        for (RunJournalChange change : changes) {
            if (change instanceof SaveRun(var run) && accounts.containsKey(run.taskName())
                    && run.origin().trigger() == Trigger.CRON && run.origin().retryOf() == null
                    && !(ledger.order(run.id()) < firstOfBatch)) {
                row(run, of(run.taskName()), gaps);
            }
        }
        firstOfBatch = ledger.commits();
        for (RunJournalChange change : changes) {
            switch (change) {
                case MoveWatermark(var mark) -> moved(mark, gaps.get(mark.taskName()));
                case DropWatermark(var task) -> accounts.remove(task);
                default -> {
                }
            }
        }
        for (RunJournalChange change : changes) {
            if (change instanceof SaveRegistration(var registration)
                    && accounts.containsKey(registration.taskName())) {
                of(registration.taskName()).paused = registration.pausedAt() != null;
            }
        }
    }

    private void moved(Watermark mark, @Nullable Instant gap) {
        Rhythm rhythm = new Rhythm(mark.expression(), mark.zone());
        Account account = accounts.get(mark.taskName());
        if (rhythm.expression().startsWith("@every")) {
            accounts.remove(mark.taskName());
        } else if (account == null || !account.rhythm.equals(rhythm)) {
            begin(mark, rhythm, account);
        } else {
            moved(mark.taskName(), account, mark.at(), gap);
        }
    }

    /** A schedule counts from the moment on in which it came into force. */
    private void begin(Watermark mark, Rhythm rhythm, @Nullable Account before) {
        TaskDefinition task = ledger.task(mark.taskName());
        if (before != null && task != null && rhythm.equals(rhythmOf(task)) && ledger.clockMovedAt < ledger
            .since(task.name())
            .nanos() && mark.at().isBefore(ledger.since(task.name()).wall())) {
            throw violation("its new schedule is in force since " + ledger.since(task.name()) + ", and counts from "
                    + mark);
        }
        Instant begin = ledger.plan.begin();
        accounts.put(mark.taskName(), new Account(rhythm,
                known.computeIfAbsent(rhythm, _ -> NaiveSlots.between(rhythm.expression(), ZoneId.of(rhythm.zone()),
                        begin.minus(REACH), begin.plus(ledger.plan.length()).plus(REACH))),
                mark.at(), ledger.isPaused(mark.taskName())));
    }

    private static @Nullable Rhythm rhythmOf(TaskDefinition task) {
        return task.schedule() instanceof CronSchedule cron ? new Rhythm(cron.text(), task.zone().getId()) : null;
    }

    private Account of(String task) {
        return Objects.requireNonNull(accounts.get(task));
    }

    private void row(Run run, Account account, Map<String, Instant> gaps) {
        if (run.end() != null && run.end().reason() == EndReason.MISSED) {
            gaps.put(run.taskName(), Objects.requireNonNull(run.origin().scheduledAt()));
            return;
        }
        Instant slot = run.origin().scheduledAt();
        if (slot == null) {
            throw violation("a firing of a schedule without its slot: " + run);
        }
        Slot.Fate fate = account.slots.get(slot);
        if (fate == null) {
            throw violation("there is no such slot: " + run);
        }
        if (!slot.isAfter(account.from)) {
            throw violation("its schedule counts from " + account.from + ": " + run);
        }
        boolean skipped = run.end() != null && run.end().reason() == EndReason.DST_SKIPPED;
        if (skipped == (fate == Slot.Fate.RUN)) {
            throw violation("daylight saving makes this slot " + fate + ": " + run);
        }
        if (!account.rows.add(slot)) {
            throw violation("fired twice for one slot: " + run);
        }
        batch.computeIfAbsent(run.taskName(), _ -> new TreeSet<>()).add(slot);
        slots++;
    }

    private void moved(String task, Account account, Instant to, @Nullable Instant gap) {
        Instant from = account.mark;
        account.mark = to;
        if (!to.isAfter(from)) {
            // Whether it may go back is for another check; if it does, what lies ahead now is due once more.
            account.from = to.isBefore(account.from) ? to : account.from;
            account.rows.removeIf(slot -> slot.isAfter(to));
            return;
        }
        List<Instant> open = account.slots.subMap(from, false, to, true)
            .keySet()
            .stream()
            .filter(slot -> !account.rows.contains(slot))
            .toList();
        boolean paused = account.paused || ledger.isPaused(task);
        if (!open.isEmpty() && gap == null && !paused) {
            throw violation("no row accounts for " + open + " of " + task + ", its mark moved from " + from + " to "
                    + to);
        }
        if (open.isEmpty() && gap != null) {
            throw violation("a missed row of " + task + ", but nothing was missed from " + from + " to " + to);
        }
        TaskDefinition definition = ledger.task(task);
        if (gap != null && definition != null) {
            long again = batch.getOrDefault(task, Collections.emptyNavigableSet())
                .headSet(gap, true)
                .stream()
                .filter(slot -> account.slots.get(slot) == Slot.Fate.RUN)
                .count();
            if (again > definition.catchUpRuns()) {
                throw violation(again + " were caught up where " + definition.catchUpRuns() + " may be, of " + task
                        + " up to " + gap);
            }
        }
        slots += open.size();
    }

    @Override
    void quiet(Moment now) {
        if (!ledger.wellFor(now, LATE.toNanos()) || now.nanos() - LATE.toNanos() < ledger.clockMovedAt
                || ledger.slow) {
            return;
        }
        for (UnitDefinition unit : ledger.units()) {
            if (unit instanceof TaskDefinition task && rhythmOf(task) != null
                    && now.since(ledger.since(task.name()).nanos()).compareTo(LATE) > 0) {
                Account account = accounts.get(task.name());
                if (account == null || !account.rhythm.equals(rhythmOf(task))) {
                    throw violation(task.name() + " has no mark of its schedule " + rhythmOf(task));
                }
            }
        }
        accounts.forEach((task, account) -> {
            Instant mark = account.mark;
            Instant next = account.slots.higherKey(mark);
            if (next != null && !account.paused && next.isBefore(now.wall().minus(LATE))) {
                throw violation("nothing accounts for " + next + " of " + task + ", its mark stands at " + mark);
            }
        });
    }
}
