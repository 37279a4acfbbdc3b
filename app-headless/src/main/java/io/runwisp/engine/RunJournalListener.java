package io.runwisp.engine;

/** Told by the thread of the journal when it stalls and when it is well again: it must be quick and must not throw. */
public interface RunJournalListener {

    /** Nothing can be written for now. Told once for each stall. */
    void stalled(String reason);

    /** All that waited is written. */
    void recovered();

    /** A receipt or a listener threw: a defect of this program. The journal goes on. */
    void receiptFailed(RuntimeException defect);
}
