package io.runwisp.engine;

import io.runwisp.engine.RunJournal.Admission;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Remembers what a receipt was told, and waits for it within a bound. */
public final class Receipts implements RunJournalReceipt {

    private final CompletableFuture<List<Long>> told = new CompletableFuture<>();

    /** Writes a batch that must be accepted. */
    public static Receipts of(RunJournal journal, RunJournalChange... batch) {
        Receipts receipt = new Receipts();
        Admission admission = journal.write(List.of(batch), receipt);
        if (admission != Admission.ACCEPTED) {
            throw new AssertionError("not accepted: " + admission);
        }
        return receipt;
    }

    @Override
    public void committed(List<Long> eventSequences) {
        if (!told.complete(eventSequences)) {
            throw new IllegalStateException("told twice");
        }
    }

    @Override
    public void refused(String reason) {
        if (!told.completeExceptionally(new RefusedException(reason))) {
            throw new IllegalStateException("told twice");
        }
    }

    /** The batch was refused. */
    public static final class RefusedException extends RuntimeException {
        RefusedException(String reason) {
            super(reason);
        }
    }

    /** Whether anything was told. */
    public boolean isTold() {
        return told.isDone();
    }

    /** The numbers of the events, when it is committed. */
    public List<Long> sequences() {
        return told.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Why it was refused, when it is. */
    public String refusal() {
        try {
            throw new AssertionError("committed: " + sequences());
        } catch (CompletionException e) {
            return String.valueOf(e.getCause());
        }
    }
}
