package io.runwisp.store;

import io.runwisp.data.ConfigEntries;
import io.runwisp.data.FileMode;
import io.runwisp.data.SafeFiles;
import io.runwisp.engine.NoticeText;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalListener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data directory, open: its journal and everything that can be asked. Whoever opened it closes it; no question may be on its way then.
 */
public final class RunStore implements AutoCloseable {

    private final Readers readers;
    private final SqliteRunJournal journal;

    /** What became of the attempt to open. */
    public sealed interface Opening {
    }

    /** It is open, and of this program's layout. */
    public record Opened(RunStore store) implements Opening {
    }

    /**
     * It was not opened and not changed.
     *
     * @param text for the person who starts the daemon: the file, what is wrong with it, and the way out
     */
    public record Refused(String text) implements Opening {
    }

    /**
     * Opens the file, which is made when it is missing, and brings it to the newest layout. The directory exists.
     *
     * @param timer what a stalled journal waits by
     * @param listener told when the journal stalls and recovers
     * @param texts writes the events about the bell, whose rows the journal folds itself
     */
    public static Opening open(Path file, RetryTimer timer, RunJournalListener listener, NoticeText texts) {
        Connection connection = null;
        try {
            createUnlessPresent(file);
            String objection = objection(file);
            if (objection != null) {
                return new Refused(file + " " + objection);
            }
            connection = Connections.writer(file);
            new Schema(connection).migrate();
            return new Opened(new RunStore(file, connection, timer, listener, texts));
        } catch (SQLException | IOException | PersistenceException e) {
            closeQuietly(connection);
            return new Refused(file + " " + explanation(e));
        }
    }

    private RunStore(Path file, Connection connection, RetryTimer timer, RunJournalListener listener,
            NoticeText texts) {
        Sessions sessions = new Sessions();
        readers = new Readers(file, sessions);
        Inbox inbox = new Inbox(SqliteRunJournal.INBOX_CHANGES);
        JournalThread writing = new JournalThread(inbox, new ChangeWriter(connection, sessions, texts), timer,
                listener);
        journal = new SqliteRunJournal(inbox, writing, new EngineStateReader(readers));
    }

    /** Looks before anything is written: what is refused stays as it is, byte for byte. */
    private static @Nullable String objection(Path file) throws SQLException {
        try (Connection connection = Connections.reader(file)) {
            String objection = new Schema(connection).objection();
            if (objection != null) {
                return objection;
            }
            String fault = new Soundness(connection).fault();
            return fault == null ? null : damaged(fault);
        }
    }

    /** The side files of SQLite get the mode of this one. */
    private static void createUnlessPresent(Path file) throws IOException {
        if (!SafeFiles.createFile(file, FileMode.READABLE) && !Files.isRegularFile(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private static String explanation(Exception thrown) {
        String said = String.valueOf(thrown.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("sqlite_notadb") || lower.contains("sqlite_corrupt")) {
            return damaged(said);
        }
        if (lower.contains("sqlite_full")) {
            return "cannot be brought to this version's layout: the disk is full. Make room and start again.";
        }
        return "cannot be opened: " + said + ". Check that the file and its directory belong to the user of the daemon"
                + " and that the disk is mounted for writing.";
    }

    private static String damaged(String fault) {
        return "is damaged: " + fault + ". Move it away together with its -wal and -shm files to start with an empty"
                + " history, or restore a backup of the three; `sqlite3 FILE .recover` can save what is left in it.";
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // The fault that is being reported came first, and it is the one to mend.
        }
    }

    /** Where the engine writes. */
    public RunJournal journal() {
        return journal;
    }

    /** What front-ends ask about runs. */
    public RunQueries runs() {
        return new RunQueries(readers);
    }

    /** Many runs, piece by piece. */
    public RunBatches batches() {
        return new RunBatches(readers);
    }

    /** Which rows retention may let go. */
    public RunRetention retention() {
        return new RunRetention(readers);
    }

    /** The committed events. */
    public EventLog events() {
        return new EventLog(readers);
    }

    /** The rows of the bell. */
    public NoticeQueries notices() {
        return new NoticeQueries(readers);
    }

    /** What was counted, whatever retention removed. */
    public RunTotals totals() {
        return new RunTotals(readers);
    }

    /** What held when. */
    public FactLog facts() {
        return new FactLog(readers);
    }

    /** The daemon's own named values; a change is on the disk when it returns. */
    public ConfigEntries configEntries() {
        return new SqliteConfigEntries(readers, journal);
    }

    @Override
    public void close() {
        journal.close();
        readers.close();
    }
}
