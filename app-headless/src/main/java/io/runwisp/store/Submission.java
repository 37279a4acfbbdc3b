package io.runwisp.store;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import java.util.List;

/** A batch on its way to the disk. */
record Submission(List<RunJournalChange> batch, RunJournalReceipt receipt) {

    /** What it takes of the room: an empty batch takes some too. */
    int size() {
        return Math.max(1, batch.size());
    }
}
