package io.runwisp.store;

import io.runwisp.data.ConfigEntries;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.DropSetting;
import io.runwisp.engine.RunJournalChange.SaveSetting;
import io.runwisp.engine.RunJournalReceipt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The daemon's own named values, {@code jwt_secret} and the like. For boot and for rare changes: a change waits for the disk, never for long, and throws a
 * {@link StoreException} with the reason when it could not be made.
 */
final class SqliteConfigEntries implements ConfigEntries {

    /** How long a change waits for the disk. */
    static final int WAIT_SECONDS = 10;

    private final Readers readers;
    private final RunJournal journal;

    SqliteConfigEntries(Readers readers, RunJournal journal) {
        this.readers = readers;
        this.journal = journal;
    }

    @Override
    public Optional<String> get(String key) {
        return readers.ask(session -> Optional.ofNullable(session.getMapper(StateMapper.class).setting(key)));
    }

    @Override
    public void put(String key, String value) {
        change(key, new SaveSetting(key, value));
    }

    @Override
    public void remove(String key) {
        change(key, new DropSetting(key));
    }

    private void change(String key, RunJournalChange change) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        RunJournal.Admission admission = journal.write(List.of(change), new Completion(done));
        if (admission != RunJournal.Admission.ACCEPTED) {
            throw unchanged(key, "the journal is " + (admission == RunJournal.Admission.FULL ? "full" : "closed"),
                    null);
        }
        try {
            done.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw unchanged(key, "the disk took longer than " + WAIT_SECONDS + " s (" + journal.state() + ")", e);
        } catch (ExecutionException e) {
            throw unchanged(key, String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unchanged(key, "interrupted", e);
        }
    }

    private static StoreException unchanged(String key, String reason, @Nullable Exception cause) {
        String text = "the entry " + key + " of config_entries could not be changed: " + reason;
        return cause == null ? new StoreException(text) : new StoreException(text, cause);
    }

    private record Completion(CompletableFuture<Void> done) implements RunJournalReceipt {

        @Override
        public void committed(List<Long> eventSequences) {
            done.complete(null);
        }

        @Override
        public void refused(String reason) {
            done.completeExceptionally(new StoreException(reason));
        }
    }
}
