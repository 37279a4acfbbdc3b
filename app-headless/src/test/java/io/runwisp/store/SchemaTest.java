package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an older file becomes a newer one. */
class SchemaTest {

    private static final String THIRD_TABLE = "CREATE TABLE third (name TEXT)";
    private static final List<String> STEPS = List.of("CREATE TABLE first (name TEXT)",
            "ALTER TABLE first ADD COLUMN size INTEGER\n\nINSERT INTO first VALUES ('made by step 2', 2)", THIRD_TABLE);

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("runwisp.db");
    }

    @Test
    void everyOlderLayoutBecomesTheNewestAndKeepsItsRows() throws Exception {
        Stores.open(file).close();
        List<String> fresh = layout(file);
        for (int version = 0; version <= Schema.VERSION; version++) {
            Path older = directory.resolve("from-" + version + ".db");
            migrate(older, Schema.scripts().subList(0, version));
            if (version > 0) {
                execute(older, "INSERT INTO config_entries VALUES ('kept', 'from " + version + "')");
            }
            try (RunStore store = Stores.open(older)) {
                assertEquals(version == 0 ? Optional.empty() : Optional.of("from " + version),
                        store.configEntries().get("kept"));
            }
            assertEquals(fresh, layout(older), "from version " + version);
        }
    }

    @Test
    void aFileAtItsNewestLayoutIsNotTouched() throws Exception {
        migrate(file, STEPS);
        migrate(file, STEPS);
        assertEquals("1", text(file, "SELECT count(*) FROM first"));
        assertEquals("3", text(file, "PRAGMA user_version"));
    }

    @Test
    void aStepThatFailsHalfWayHasNotHappenedAndIsMadeAgain() throws Exception {
        List<String> broken = List.of(STEPS.get(0), STEPS.get(1) + "\n\nINSERT INTO nowhere VALUES (1)", STEPS.get(2));
        assertThrows(SQLException.class, () -> migrate(file, broken));
        assertEquals("1", text(file, "PRAGMA user_version"));
        assertEquals("0", text(file, "SELECT count(*) FROM first"));
        migrate(file, STEPS);
        assertEquals("3", text(file, "PRAGMA user_version"));
        assertEquals("made by step 2", text(file, "SELECT name FROM first WHERE size = 2"));
    }

    /** Killed between two statements of a step: nothing of it was committed. */
    @Test
    void aStepThatWasCutOffByAKillIsMadeAgain() throws Exception {
        migrate(file, STEPS.subList(0, 1));
        Path left = directory.resolve("left.db");
        try (Connection connection = Connections.writer(file); Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ALTER TABLE first ADD COLUMN size INTEGER");
            for (String suffix : List.of("", "-wal")) {
                Files.copy(Path.of(file + suffix), Path.of(left + suffix));
            }
            statement.execute("ROLLBACK");
        }
        migrate(left, STEPS);
        assertEquals("made by step 2", text(left, "SELECT name FROM first WHERE size = 2"));
    }

    @Test
    void anEmptyFileThatAKillLeftIsANewOne() throws Exception {
        Files.createFile(file);
        try (RunStore store = Stores.open(file)) {
            store.configEntries().put("k", "v");
        }
        Stores.open(file).close();
    }

    private static void migrate(Path file, List<String> steps) throws SQLException {
        if (!Files.exists(file)) {
            execute(file, "SELECT 1");
        }
        try (Connection connection = Connections.writer(file)) {
            new Schema(connection, steps).migrate();
        }
    }

    private static List<String> layout(Path file) throws SQLException {
        List<String> layout = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type || ' ' || name || ' ' || coalesce(sql, '')"
                        + " FROM sqlite_schema ORDER BY 1")) {
            while (rows.next()) {
                layout.add(rows.getString(1));
            }
        }
        layout.add(text(file, "PRAGMA user_version"));
        return layout;
    }

    private static String text(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getString(1);
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
