package io.runwisp.daemon.life;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Hands the batches of the engine to the journal, in their order; what the journal has no room for waits here. The engine thread's. */
final class JournalDesk {

    private final RunJournal journal;
    private final Consumer<EngineMessage> engine;
    private final Consumer<List<RunJournalChange>> committed;
    private final Deque<Batch> waiting = new ArrayDeque<>();

    private record Batch(long number, List<RunJournalChange> changes) {
    }

    /**
     * A desk.
     *
     * @param engine told what became of each batch
     * @param committed told what is on the disk, by the thread of the journal: must return at once
     */
    JournalDesk(RunJournal journal, Consumer<EngineMessage> engine, Consumer<List<RunJournalChange>> committed) {
        this.journal = journal;
        this.engine = engine;
        this.committed = committed;
    }

    void write(long number, List<RunJournalChange> changes) {
        waiting.add(new Batch(number, changes));
        settle();
    }

    /** Hands over what waits, as far as there is room. */
    void settle() {
        for (Batch batch = waiting.peek(); batch != null; batch = waiting.peek()) {
            switch (journal.write(batch.changes(), receipt(batch))) {
                case ACCEPTED -> waiting.remove();
                case FULL -> {
                    return;
                }
                case CLOSED -> {
                    waiting.remove();
                    engine.accept(new EngineMessage.NotCommitted(batch.number(), "the journal is closed"));
                }
            }
        }
    }

    private RunJournalReceipt receipt(Batch batch) {
        return new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                engine.accept(new EngineMessage.Committed(batch.number(), eventSequences));
                committed.accept(batch.changes());
            }

            @Override
            public void refused(String reason) {
                engine.accept(new EngineMessage.NotCommitted(batch.number(), reason));
            }
        };
    }
}
