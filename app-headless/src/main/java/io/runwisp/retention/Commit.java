package io.runwisp.retention;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Waits for one batch to be on the disk. The wait ends at the latest when the journal is closed, which tells every receipt. */
final class Commit implements RunJournalReceipt {

    private final CompletableFuture<String> told = new CompletableFuture<>();

    /** Returns why nothing was committed, or an empty text when all of it was. */
    String of(RunJournal journal, List<RunJournalChange> batch) {
        return switch (journal.write(batch, this)) {
            case ACCEPTED -> told.join();
            case FULL -> "too much waits for the journal";
            case CLOSED -> "the journal is closed";
        };
    }

    @Override
    public void committed(List<Long> eventSequences) {
        told.complete("");
    }

    @Override
    public void refused(String reason) {
        told.complete(reason);
    }
}
