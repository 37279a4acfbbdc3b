package io.runwisp.store;

import io.runwisp.model.Run;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/** Fills a database with many runs at the speed of the disk: indexes, counters and triggers are made when all rows are there. */
final class HistoryFile {

    private static final int ROWS_EACH_COMMIT = 20_000;

    private HistoryFile() {
    }

    /** Makes the file, with so many runs. */
    static void write(Path file, int rows, Supplier<Run> runs) throws SQLException {
        Stores.open(file).close();
        try (Connection connection = Connections.writer(file); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            List<String> later = new ArrayList<>();
            List<String> dropped = new ArrayList<>();
            try (ResultSet schema = statement.executeQuery("SELECT type, name, sql FROM sqlite_schema"
                    + " WHERE tbl_name = 'runs' AND type IN ('index', 'trigger') AND sql IS NOT NULL")) {
                while (schema.next()) {
                    dropped.add("DROP " + schema.getString("type") + " " + schema.getString("name"));
                    later.add(schema.getString("sql"));
                }
            }
            for (String drop : dropped) {
                statement.execute(drop);
            }
            insert(connection, statement, rows, runs);
            statement.execute("BEGIN");
            statement.execute("INSERT INTO run_counts (task_name, outcome, triggered_by, exit_code, retried, n)"
                    + " SELECT task_name, outcome, triggered_by, exit_code, retried, count(*) FROM runs"
                    + " WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5");
            count(statement, "run_days", "created_day");
            count(statement, "run_lengths", "length_band");
            statement.execute("INSERT INTO run_spans SELECT created_day, outcome, triggered_by, exit_code, retried,"
                    + " length_band, count(*) FROM runs WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6");
            statement.execute("INSERT INTO run_day_changes SELECT DISTINCT day, 1 FROM run_days");
            for (String make : later) {
                statement.execute(make);
            }
            statement.execute("COMMIT");
        }
    }

    private static void count(Statement statement, String table, String column) throws SQLException {
        statement.execute("INSERT INTO " + table + " SELECT " + column + ", cell, count(*) FROM runs JOIN run_counts"
                + " USING (task_name, outcome, triggered_by, exit_code, retried) WHERE deleted_at IS NULL GROUP BY 1, 2");
    }

    private static void insert(Connection connection, Statement statement, int rows, Supplier<Run> runs)
            throws SQLException {
        // Closing a session would close the connection, which is wanted afterwards.
        SqlSession session = new Sessions().writing(connection);
        ChangeMapper mapper = session.getMapper(ChangeMapper.class);
        for (int done = 0; done < rows;) {
            statement.execute("BEGIN");
            for (int i = 0; i < ROWS_EACH_COMMIT && done < rows; i++) {
                mapper.saveRun(RunRows.of(runs.get()));
                done++;
            }
            statement.execute("COMMIT");
        }
        session.flushStatements();
    }
}
