package io.runwisp.engine;

import java.util.List;

/** Told once what became of a batch, by the thread of the journal: it must be quick and must not throw. */
public interface RunJournalReceipt {

    /**
     * All of it is on the disk.
     *
     * @param eventSequences the numbers of the events that it appended, in their order
     */
    void committed(List<Long> eventSequences);

    /** None of it was written and none of it will be: it breaks a rule of the journal, or the journal was closed. */
    void refused(String reason);
}
