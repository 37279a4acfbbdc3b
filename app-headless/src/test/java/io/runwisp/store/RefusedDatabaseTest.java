package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not opened: the text names the file, what is wrong and the way out, and the file is left as it was, byte for byte. */
class RefusedDatabaseTest {

    private static final int RUNS = 3000;
    private static final int PAGE = 4096;

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("runwisp.db");
    }

    @Test
    void aNewerLayout() throws Exception {
        Stores.open(file).close();
        execute("PRAGMA user_version = 99");
        refused("was written by a newer RunWisp (layout 99, this one knows " + Schema.VERSION + ")",
                "Start the newer version again");
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        execute("CREATE TABLE recipes (name TEXT)");
        refused("is a database of another program", "--data");
    }

    @Test
    void aDatabaseOfAnotherProgramThatNamesItself() throws Exception {
        Stores.open(file).close();
        execute("PRAGMA application_id = 252006674");
        refused("is a database of another program", "--data");
    }

    @Test
    void whatIsNoDatabaseAtAll() throws IOException {
        Files.writeString(file, "this is not a database ".repeat(100));
        refused("is damaged", "restore a backup");
    }

    @Test
    void aCutFile() throws Exception {
        fill();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2 / PAGE * PAGE));
        refused("is damaged", "restore a backup");
    }

    @Test
    void aFileThatIsCutWithinAPage() throws Exception {
        fill();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - PAGE - 77));
        refused("is damaged", "restore a backup");
    }

    @Test
    void aDamagedHeader() throws IOException {
        Stores.open(file).close();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 100; i < 4000; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(file, bytes);
        refused("is damaged", "restore a backup");
    }

    @Test
    void aDamagedPageInTheMiddle() throws Exception {
        fill();
        damage(pageOf("runs"));
        refused("is damaged: table runs", "restore a backup");
    }

    @Test
    void aDamagedPageOfASmallTable() throws Exception {
        fill();
        damage(pageOf("schedule_watermarks"));
        refused("is damaged: table schedule_watermarks", "restore a backup");
    }

    @Test
    void aDamagedIndex() throws Exception {
        fill();
        damage(pageOf("runs_task_created"));
        refused("is damaged: table runs", "restore a backup");
    }

    @Test
    void damageBeyondTheEffortOfAStartIsToldWhenItIsRead() throws Exception {
        fill();
        try (Connection connection = Connections.reader(file)) {
            assertEquals(null, new Soundness(connection, 1).fault());
        }
        try (RunStore store = Stores.open(file)) {
            damage(pageOf("runs_task_created"));
            StoreException thrown = assertThrows(StoreException.class, () -> store.runs()
                .list(RunFilter.ofTask(SampleHistory.unit(0)), RunSort.NEWEST, 50, 0));
            String text = String.valueOf(thrown.getMessage());
            assertTrue(text.startsWith(file + " cannot be read: the database is damaged"), text);
        }
    }

    private void fill() throws SQLException {
        SampleHistory history = new SampleHistory(5, 3);
        Supplier<Run> next = history::next;
        HistoryFile.write(file, RUNS, next);
    }

    /** A page in the middle of this table or index. */
    private int pageOf(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet page = statement
                    .executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")) {
            return page.getInt(1);
        }
    }

    private void damage(int page) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (page - 1) * PAGE, page * PAGE, (byte) 0x5A);
        Files.write(file, bytes);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void refused(String wrong, String remedy) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String text = Stores.refusal(file);
        assertTrue(text.startsWith(file + " " + wrong), text);
        assertTrue(text.contains(remedy), text);
        assertFalse(text.contains("\n"), text);
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
