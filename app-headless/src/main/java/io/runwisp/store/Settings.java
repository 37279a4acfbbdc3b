package io.runwisp.store;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The daemon's own named values, {@code jwt_secret} and the like. For boot and for rare changes: saving waits for the disk. */
public final class Settings {

    /** How long saving waits for the disk. */
    static final int SAVE_SECONDS = 10;

    private final Readers readers;
    private final RunJournal journal;

    Settings(Readers readers, RunJournal journal) {
        this.readers = readers;
        this.journal = journal;
    }

    /** The value of this name. */
    public Optional<String> find(String key) {
        return readers.ask(session -> Optional.ofNullable(session.getMapper(StateMapper.class).setting(key)));
    }

    /**
     * Saves a value and returns when the disk has it.
     *
     * @throws StoreException when it could not be saved, with the reason
     */
    public void save(String key, String value) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        List<RunJournalChange> batch = List.of(new RunJournalChange.SaveSetting(key, value));
        RunJournal.Admission admission = journal.write(batch, new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                done.complete(null);
            }

            @Override
            public void refused(String reason) {
                done.completeExceptionally(new StoreException(reason));
            }
        });
        if (admission != RunJournal.Admission.ACCEPTED) {
            throw unsaved(key, "the journal is " + (admission == RunJournal.Admission.FULL ? "full" : "closed"), null);
        }
        try {
            done.get(SAVE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw unsaved(key, "the disk took longer than " + SAVE_SECONDS + " s (" + journal.state() + ")", e);
        } catch (ExecutionException e) {
            throw unsaved(key, String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unsaved(key, "interrupted", e);
        }
    }

    private static StoreException unsaved(String key, String reason, @Nullable Exception cause) {
        String text = "the setting " + key + " could not be saved: " + reason;
        return cause == null ? new StoreException(text) : new StoreException(text, cause);
    }
}
