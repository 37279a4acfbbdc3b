package io.runwisp.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** Opens the database file, for the one writer and for readers. */
final class Connections {

    private static final int BUSY_TIMEOUT_MS = 5000;
    /** Negative: in KiB. */
    private static final int READER_CACHE = -4096;
    private static final int WRITER_CACHE = -8192;
    /** What the write-ahead log shrinks to after it had to grow. */
    private static final long KEPT_WAL_BYTES = 16L << 20;
    /** At this many pages of 4 KiB a commit moves them into the database itself; before that, the writer does it when nothing waits. */
    private static final int LATEST_CHECKPOINT = 4000;

    private Connections() {
    }

    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(WRITER_CACHE);
        // Otherwise each batch makes and removes a file in the temporary directory.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // The file is made beforehand, with its mode: a missing one is a fault.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Connection connection = config.createConnection(address(file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_size_limit = " + KEPT_WAL_BYTES);
            statement.execute("PRAGMA wal_autocheckpoint = " + LATEST_CHECKPOINT);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setReadOnly(true);
        config.setCacheSize(READER_CACHE);
        Connection connection = config.createConnection(address(file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** As a URI, so that no character of the path means anything but itself. */
    private static String address(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
    }
}
