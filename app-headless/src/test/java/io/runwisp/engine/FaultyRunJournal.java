package io.runwisp.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A journal whose disk fails on request. While it does, batches wait in order as they would for a real disk, up to a bound. One thread uses it.
 */
public final class FaultyRunJournal implements RunJournal {

    /** What is wrong with the disk. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It takes its time: batches are accepted, and committed when {@link #mend} is called. The journal is not stalled. */
        SLOW,
        /** It is full. */
        FULL,
        /** It cannot promise that what was written is there. */
        FAILED_SYNC
    }

    private record Held(List<RunJournalChange> batch, RunJournalReceipt receipt) {
    }

    private final RunJournal journal;
    private final RunJournalListener listener;
    private final int capacity;
    private final Deque<Held> held = new ArrayDeque<>();
    private Fault fault = Fault.NONE;
    private boolean closed;

    /** Fails in front of this journal, and keeps at most so many batches. */
    public FaultyRunJournal(RunJournal journal, RunJournalListener listener, int capacity) {
        this.journal = journal;
        this.listener = listener;
        this.capacity = capacity;
    }

    /** From now on the disk fails so. */
    public void fail(Fault with) {
        fault = with;
    }

    /** The disk is well again: what waits is written. */
    public void mend() {
        boolean stalled = state() instanceof RunJournalState.Stalled;
        fault = Fault.NONE;
        while (!held.isEmpty()) {
            Held next = held.remove();
            journal.write(next.batch(), next.receipt());
        }
        if (stalled) {
            listener.recovered();
        }
    }

    @Override
    public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
        if (closed) {
            return Admission.CLOSED;
        }
        if (fault == Fault.NONE) {
            return journal.write(batch, receipt);
        }
        if (held.size() >= capacity) {
            return Admission.FULL;
        }
        boolean first = held.isEmpty();
        held.add(new Held(List.copyOf(batch), receipt));
        if (first && fault != Fault.SLOW) {
            listener.stalled(fault.name());
        }
        return Admission.ACCEPTED;
    }

    @Override
    public RunJournalSnapshot recover() {
        return journal.recover();
    }

    @Override
    public RunJournalState state() {
        if (closed) {
            return new RunJournalState.Closed();
        }
        boolean stalled = !held.isEmpty() && fault != Fault.SLOW;
        return stalled ? new RunJournalState.Stalled(fault.name()) : journal.state();
    }

    @Override
    public void close() {
        closed = true;
        if (fault == Fault.SLOW) {
            mend();
        }
        held.forEach(batch -> batch.receipt().refused("the journal was closed before this could be written"));
        held.clear();
        journal.close();
    }
}
