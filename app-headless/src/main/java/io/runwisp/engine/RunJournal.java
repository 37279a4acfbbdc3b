package io.runwisp.engine;

import java.util.List;

/**
 * Keeps what must survive the death of the daemon. Any thread may write; batches are committed in the order in which they were accepted, each of them wholly
 * or not at all, and its receipt is told after the disk has it. Writing never waits for the disk.
 *
 * <p>A disk that takes nothing is a state, not an error: batches wait, up to a bound, and are written when it is well again.
 */
public interface RunJournal extends AutoCloseable {

    /** What became of the attempt to hand over a batch. */
    enum Admission {
        /** Its receipt will be told. */
        ACCEPTED,
        /** Too much waits already. The caller keeps it; its receipt will not be told. */
        FULL,
        /** The journal is closed. Its receipt will not be told. */
        CLOSED
    }

    /** Hands over changes that belong together. */
    Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt);

    /** What was committed so far, as far as the engine needs it to start. Reads from the disk. */
    RunJournalSnapshot recover();

    /** Whether it can write. */
    RunJournalState state();

    /**
     * Writes what waits and ends. When it is stalled it tries once more; the receipts of what could not be written are told so. Returns when all receipts
     * have been told.
     */
    @Override
    void close();
}
