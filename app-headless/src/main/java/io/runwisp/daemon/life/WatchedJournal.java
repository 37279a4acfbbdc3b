package io.runwisp.daemon.life;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalLayer;
import io.runwisp.engine.RunJournalReceipt;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal that tells what it has committed.
 *
 * @param committed told before the receipt, so that what follows from it is told later; by the thread of the journal: must
 *        return at once
 */
record WatchedJournal(RunJournal journal, Consumer<List<RunJournalChange>> committed) implements RunJournalLayer {

    @Override
    public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
        return journal.write(batch, new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                try {
                    committed.accept(batch);
                } finally {
                    receipt.committed(eventSequences);
                }
            }

            @Override
            public void refused(String reason) {
                receipt.refused(reason);
            }
        });
    }
}
