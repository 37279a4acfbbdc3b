package io.runwisp.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands one batch to a journal and waits until it is on the disk. Any thread but the journal's own. */
public final class Commit implements RunJournalReceipt {

    private final CompletableFuture<Settled> told = new CompletableFuture<>();

    private Commit() {
    }

    /** What became of the batch, as far as is known. */
    public sealed interface Fate {
    }

    /** What became of it. */
    public sealed interface Settled extends Fate {
    }

    /** All of it is on the disk. */
    public record Done() implements Settled {
    }

    /** The journal did not take it, so nothing of it is or will be on the disk. */
    public record NotTaken(RunJournal.Admission why) implements Settled {
    }

    /** It cannot be written, so nothing of it is or will be on the disk. */
    public record Refused(String reason) implements Settled {
    }

    /** The wait was too long; it may still be written. */
    public record Late() implements Fate {
    }

    /** The wait was interrupted, which the thread still is; it may still be written. */
    public record Interrupted() implements Fate {
    }

    private Commit handOver(RunJournal journal, List<RunJournalChange> batch) {
        RunJournal.Admission admission = journal.write(batch, this);
        if (admission != RunJournal.Admission.ACCEPTED) {
            told.complete(new NotTaken(admission));
        }
        return this;
    }

    /** Waits until it is decided, at the latest when the journal is closed, which tells every receipt; never late, never interrupted. */
    public static Settled of(RunJournal journal, List<RunJournalChange> batch) {
        return new Commit().handOver(journal, batch).told.join();
    }

    /** Waits for so long at most. */
    public static Fate within(Duration longest, RunJournal journal, List<RunJournalChange> batch) {
        Commit commit = new Commit().handOver(journal, batch);
        try {
            return commit.told.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Interrupted();
        } catch (ExecutionException e) {
            // It is only ever completed with an answer.
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void committed(List<Long> eventSequences) {
        told.complete(new Done());
    }

    @Override
    public void refused(String reason) {
        told.complete(new Refused(reason));
    }
}
