package io.runwisp.store;

import io.runwisp.data.ConfigEntries;
import io.runwisp.engine.Commit;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.DropSetting;
import io.runwisp.engine.RunJournalChange.SaveSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The daemon's own named values, {@code jwt_secret} and the like. For boot and for rare changes: a change waits for the disk, never for long, and throws a
 * {@link StoreException} with the reason when it could not be made.
 */
final class SqliteConfigEntries implements ConfigEntries {

    /** How long a change waits for the disk. */
    static final Duration LONGEST = Duration.ofSeconds(10);

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
        switch (Commit.within(LONGEST, journal, List.of(change))) {
            case Commit.Done _ -> {
            }
            case Commit.NotTaken(RunJournal.Admission why) ->
                throw unchanged(key, "the journal is " + (why == RunJournal.Admission.FULL ? "full" : "closed"));
            case Commit.Refused(String reason) -> throw unchanged(key, reason);
            case Commit.Late _ -> throw unchanged(key,
                    "the disk took longer than " + LONGEST.toSeconds() + " s (" + journal.state() + ")");
            case Commit.Interrupted _ -> throw unchanged(key, "interrupted");
        }
    }

    private static StoreException unchanged(String key, String reason) {
        return new StoreException("the entry " + key + " of config_entries could not be changed: " + reason);
    }
}
