package io.runwisp.engine;

import java.util.List;

/** Told by the thread of the journal when it stalls and when it is well again: it must be quick and must not throw. */
public interface RunJournalListener {

    /** Nothing can be written for now. Told once for each stall. */
    void stalled(String reason);

    /** All that waited is written. */
    void recovered();

    /**
     * A batch is on the disk, whoever handed it over; told in the order of the commits, each before the receipt of the batch.
     *
     * @param eventSequences the numbers of the events that it appended, in their order
     */
    default void committed(List<RunJournalChange> batch, List<Long> eventSequences) {
        // Most of those who watch the journal want to know only whether it is well.
    }

    /** A receipt or a listener threw: a defect of this program. The journal goes on. */
    void receiptFailed(RuntimeException defect);
}
