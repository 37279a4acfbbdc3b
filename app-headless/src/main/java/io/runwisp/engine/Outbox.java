package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.model.EventKind;
import io.runwisp.model.Run;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the engine wants done, and remembers what waits for the disk. */
final class Outbox {

    /** What to do when a batch is on the disk, or never will be. */
    interface Receipt {

        /** It is. */
        void committed(Moment now);

        /** It will not be. */
        void refused(String reason, Moment now);
    }

    /** An answer that waits for everything up to a batch. */
    private record Owed(long batch, long ticket, EngineEffect.CommandResult result) {
    }

    private final EventText texts;
    private final Map<Long, Receipt> receipts = new HashMap<>();
    private List<EngineEffect> effects = new ArrayList<>();
    private final List<RunJournalChange> jointChanges = new ArrayList<>();
    private final List<Receipt> jointReceipts = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private final Deque<Owed> owed = new ArrayDeque<>();
    private boolean joint;
    private long lastBatch;
    private boolean stalled;

    Outbox(EventText texts) {
        this.texts = texts;
    }

    /** Whether the journal cannot write for now. */
    boolean stalled() {
        return stalled;
    }

    /** While it cannot, orders are carried out without it, and so they are answered. */
    void stalled(boolean now) {
        stalled = now;
        if (stalled) {
            pay(Long.MAX_VALUE);
        }
    }

    void add(EngineEffect effect) {
        effects.add(effect);
    }

    void narrate(Level level, String text) {
        add(new EngineEffect.Narrate(level, text));
    }

    void answer(long ticket, EngineEffect.CommandResult result) {
        add(new EngineEffect.Answer(ticket, result));
    }

    /** Answers when all that was written before is on the disk, or never will be; at once while the journal stands. */
    void answerWritten(long ticket, EngineEffect.CommandResult result) {
        if (stalled || !receipts.containsKey(lastBatch)) {
            answer(ticket, result);
        } else {
            owed.add(new Owed(lastBatch, ticket, result));
        }
    }

    private void pay(long batch) {
        while (!owed.isEmpty() && owed.element().batch() <= batch) {
            Owed next = owed.remove();
            answer(next.ticket(), next.result());
        }
    }

    void reject(long ticket, EngineEffect.Reason reason, String text) {
        answer(ticket, new EngineEffect.Rejected(reason, text));
    }

    /** What is written meanwhile becomes one batch, ahead of all other effects of it: all of it is on the disk, or nothing. */
    void together(Runnable writing) {
        if (joint) {
            writing.run();
            return;
        }
        joint = true;
        int ahead = effects.size();
        try {
            writing.run();
        } finally {
            joint = false;
        }
        if (!jointChanges.isEmpty()) {
            List<Receipt> receiptsOfAll = List.copyOf(jointReceipts);
            List<RunJournalChange> changes = List.copyOf(jointChanges);
            jointReceipts.clear();
            jointChanges.clear();
            // A process whose launch is wanted has its row on the way already, as everywhere.
            write(ahead, changes, new Receipt() {
                @Override
                public void committed(Moment now) {
                    receiptsOfAll.forEach(receipt -> receipt.committed(now));
                }

                @Override
                public void refused(String reason, Moment now) {
                    receiptsOfAll.forEach(receipt -> receipt.refused(reason, now));
                }
            });
        }
    }

    void write(List<RunJournalChange> changes, Receipt receipt) {
        if (joint) {
            jointChanges.addAll(changes);
            jointReceipts.add(receipt);
            return;
        }
        write(effects.size(), changes, receipt);
    }

    private void write(int place, List<RunJournalChange> changes, Receipt receipt) {
        long batch = ++lastBatch;
        receipts.put(batch, receipt);
        effects.add(place, new EngineEffect.WriteJournal(batch, changes));
    }

    /** Writes what nothing waits for. */
    void write(List<RunJournalChange> changes) {
        write(changes, new Receipt() {
            @Override
            public void committed(Moment now) {
                // Nothing waits for it.
            }

            @Override
            public void refused(String reason, Moment now) {
                narrate(Level.ERROR, "a change could not be recorded: " + reason);
            }
        });
    }

    /** Something about a unit may look different now. */
    void touch(String unit) {
        touched.add(unit);
    }

    /** Hands over the units that may look different since this was asked last. */
    Set<String> touched() {
        if (touched.isEmpty()) {
            return Set.of();
        }
        Set<String> units = Set.copyOf(touched);
        touched.clear();
        return units;
    }

    /** How many batches are on the way to the disk. */
    int unwritten() {
        return receipts.size();
    }

    void committed(long batch, Moment now) {
        Receipt receipt = receipts.remove(batch);
        if (receipt != null) {
            receipt.committed(now);
        }
        pay(batch);
    }

    void refused(long batch, String reason, Moment now) {
        Receipt receipt = receipts.remove(batch);
        if (receipt != null) {
            receipt.refused(reason, now);
        }
        pay(batch);
    }

    RunJournalChange event(String kind, Instant at, Run run, @Nullable String error) {
        touch(run.taskName());
        return new RunJournalChange.AppendEvent(kind, at, texts.ofRun(run, error));
    }

    RunJournalChange event(EventKind kind, Instant at, String unit, String text) {
        return event(kind.word(), at, unit, text);
    }

    RunJournalChange event(String kind, Instant at, String unit, String text) {
        touch(unit);
        return new RunJournalChange.AppendEvent(kind, at, texts.ofUnit(unit, text));
    }

    /** Hands over what was collected. */
    List<EngineEffect> empty() {
        List<EngineEffect> full = List.copyOf(effects);
        effects = new ArrayList<>();
        return full;
    }
}
