package io.runwisp.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/**
 * Looks through a database before it is used. The small tables, without which the daemon cannot start, are looked through wholly; the rows of runs and events
 * as far as a bounded effort reaches, so that a large history does not keep the start waiting. What lies beyond is noticed when it is read.
 */
final class Soundness {

    /** The effort for one table, in steps of SQLite's machine: about a tenth of a second, enough for forty thousand runs. */
    static final int STEPS = 2_000_000;

    private static final int STEPS_EACH_LOOK = 100_000;
    private static final String SOUND = "ok";

    private final Connection connection;
    private final int steps;

    Soundness(Connection connection) {
        this(connection, STEPS);
    }

    Soundness(Connection connection, int steps) {
        this.connection = connection;
        this.steps = steps;
    }

    /** What is wrong with it, or null when nothing was found. */
    @Nullable
    String fault() throws SQLException {
        for (String table : tables()) {
            String fault = fault(table);
            if (fault != null) {
                return "table " + table + ": " + fault;
            }
        }
        return null;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'"
                        + " AND name NOT LIKE 'sqlite_%' ORDER BY name IN ('runs', 'events'), name")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private @Nullable String fault(String table) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_EACH_LOOK, new Effort(steps / STEPS_EACH_LOOK));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check('" + table + "')")) {
            String found = result.getString(1);
            return found.equals(SOUND) ? null : found.lines().limit(1).findFirst().orElse(found);
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
                return null;
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    /** Ends the search when enough was done. */
    private static final class Effort extends ProgressHandler {

        private int left;

        Effort(int looks) {
            left = looks;
        }

        @Override
        protected int progress() {
            left--;
            return left < 0 ? 1 : 0;
        }
    }
}
