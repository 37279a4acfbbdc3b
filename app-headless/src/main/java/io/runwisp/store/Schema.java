package io.runwisp.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables and how an older file becomes a newer one: step by step, forward only, each step in one transaction with the {@code user_version} that it
 * leads to. A step that was interrupted has not happened.
 */
final class Schema {

    /** The version that this program writes. */
    static final int VERSION = 3;
    /** "RWJ1": what tells our files from those of other programs. */
    static final int APPLICATION_ID = 0x52574A31;

    private final Connection connection;
    private final List<String> steps;

    Schema(Connection connection) {
        this(connection, scripts());
    }

    /** @param steps the script that leads to version 1, to version 2 and so on */
    Schema(Connection connection, List<String> steps) {
        this.connection = connection;
        this.steps = List.copyOf(steps);
    }

    /** Why this file is none of ours to write, or null when it is. */
    @Nullable
    String objection() throws SQLException {
        int application = number("PRAGMA application_id");
        int version = number("PRAGMA user_version");
        int objects = number("SELECT count(*) FROM sqlite_schema");
        if (application == 0 && version == 0 && objects == 0) {
            return null;
        }
        if (application != APPLICATION_ID) {
            return "is a database of another program. Move it away, or choose another data directory with --data.";
        }
        if (version > steps.size()) {
            return "was written by a newer RunWisp (layout " + version + ", this one knows " + steps.size()
                    + "). Start the newer version again, or restore a backup that is older than the update.";
        }
        return null;
    }

    /** Brings the file to the newest version. */
    void migrate() throws SQLException {
        for (int version = number("PRAGMA user_version") + 1; version <= steps.size(); version++) {
            step(version);
        }
    }

    private void step(int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (String part : steps.get(version - 1).split("\n\n", -1)) {
                    statement.executeUpdate(part);
                }
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + version);
                statement.execute("COMMIT");
            } catch (SQLException e) {
                rollBack(statement);
                throw e;
            }
        }
    }

    private static void rollBack(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself already, which it does when the disk is full; the first fault is the one to tell.
        }
    }

    /** The steps of this program, oldest first. */
    static List<String> scripts() {
        return IntStream.rangeClosed(1, VERSION).mapToObj(Schema::script).toList();
    }

    private static String script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new StoreException(name + " is missing from this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
