package io.runwisp.store;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.RunJournalState;
import java.util.List;

/** The journal in SQLite, written by one platform thread. */
final class SqliteRunJournal implements RunJournal {

    /** So many changes may wait; a change of an ordinary run takes about 2 KiB of memory. */
    static final int INBOX_CHANGES = 16_384;

    private final Inbox inbox;
    private final JournalThread writing;
    private final Thread thread;
    private final EngineStateReader reader;

    SqliteRunJournal(Inbox inbox, JournalThread writing, EngineStateReader reader) {
        this.inbox = inbox;
        this.writing = writing;
        this.reader = reader;
        thread = Thread.ofPlatform().name("runwisp-journal").start(writing);
    }

    @Override
    public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
        return inbox.offer(new Submission(List.copyOf(batch), receipt));
    }

    @Override
    public RunJournalSnapshot recover() {
        return reader.snapshot();
    }

    @Override
    public RunJournalState state() {
        return writing.state();
    }

    @Override
    public void close() {
        inbox.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
