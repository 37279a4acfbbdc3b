package io.runwisp.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Hands batches to the journal in their order, and keeps those for which it has no room yet. Owned by the engine thread; its receipts are not. */
final class JournalHand {

    private record Batch(long number, List<RunJournalChange> changes) {
    }

    private final RunJournal journal;
    private final Consumer<EngineMessage> told;
    private final Deque<Batch> kept = new ArrayDeque<>();

    JournalHand(RunJournal journal, Consumer<EngineMessage> told) {
        this.journal = journal;
        this.told = told;
    }

    void write(long batch, List<RunJournalChange> changes) {
        kept.add(new Batch(batch, changes));
        flush();
    }

    /** Whether something waits for room. */
    boolean waits() {
        return !kept.isEmpty();
    }

    /** Hands over what there is room for. */
    void flush() {
        while (!kept.isEmpty()) {
            Batch batch = kept.element();
            RunJournal.Admission admission = journal.write(batch.changes(), receipt(batch.number()));
            if (admission == RunJournal.Admission.FULL) {
                return;
            }
            kept.remove();
            if (admission == RunJournal.Admission.CLOSED) {
                told.accept(new EngineMessage.NotCommitted(batch.number(), "the journal is closed"));
            }
        }
    }

    private RunJournalReceipt receipt(long batch) {
        return new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                told.accept(new EngineMessage.Committed(batch, eventSequences));
            }

            @Override
            public void refused(String reason) {
                told.accept(new EngineMessage.NotCommitted(batch, reason));
            }
        };
    }
}
