package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunFilter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which counters of days are read again, and which are kept. */
class DayCountersTest {

    private static final int RUNS = 2000;
    private static final int UNITS = 10;
    private static final long STEP_MS = 3_600_000;
    private static final DayRange ALL = DayRange.of(RunFilter.ALL);

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void makeRuns() throws SQLException {
        file = directory.resolve("runwisp.db");
        HistoryFile.write(file, RUNS, new SampleHistory(UNITS, 1, STEP_MS)::next);
    }

    @Test
    void aDayIsReadOnceAndAgainWhenOneOfItsRunsHasChanged() throws SQLException {
        try (Connection reader = Connections.reader(file)) {
            RecordingRunMapper mapper = recording(reader);
            DayCounters counters = new DayCounters();
            assertEquals(rows(), sums(counters, mapper));
            assertEquals(2, mapper.asked().size(), "changes and counters");
            assertEquals(rows(), sums(counters, mapper));
            assertEquals(3, mapper.asked().size(), "changes alone");

            long day = execute("SELECT created_day FROM runs WHERE seq = 1000");
            execute("UPDATE runs SET deleted_at = created_at WHERE seq = 1000 RETURNING 0");
            assertEquals(rows(), sums(counters, mapper));
            SqlText last = mapper.asked().getLast();
            assertTrue(last.getText().contains(" FROM run_days "), last.getText());
            assertEquals(List.of(day), List.copyOf(last.getValues().values()));
        }
    }

    @Test
    void aDayThatLostAllItsRunsAndHasOthersAgainIsAnotherOne() throws SQLException {
        try (Connection reader = Connections.reader(file)) {
            RecordingRunMapper mapper = recording(reader);
            DayCounters counters = new DayCounters();
            long day = execute("SELECT created_day FROM runs WHERE seq = 1000");
            sums(counters, mapper);
            execute("UPDATE runs SET deleted_at = created_at WHERE created_day = " + day + " RETURNING 0");
            assertEquals(0, sums(counters, mapper).get(day));
            execute("UPDATE runs SET deleted_at = NULL WHERE seq = 1000 RETURNING 0");
            assertEquals(1, sums(counters, mapper).get(day));
        }
    }

    @Test
    void whatIsBeyondTheBoundIsReadForEachQuestion() throws SQLException {
        try (Connection reader = Connections.reader(file)) {
            RecordingRunMapper mapper = recording(reader);
            DayShelf shelf = new DayShelf(RunCountSql::dayCells, Integer::parseInt, 100);
            Map<Long, Long> changes = new TreeMap<>();
            rows().keySet().forEach(day -> changes.put(day, 1L));
            for (int i = 0; i < 2; i++) {
                Map<Long, Long> sums = new TreeMap<>();
                shelf.of(mapper, changes).forEach((day, counts) -> sums.put(day, counts.sum(cell -> true)));
                assertEquals(rows(), sums);
            }
            assertEquals(2, mapper.asked().size());
            assertTrue(values(mapper.asked().getLast()) < values(mapper.asked().getFirst()), "some are kept");
        }
    }

    private static int values(SqlText query) {
        return query.getValues().values().stream().mapToInt(value -> value.toString().split(",", -1).length).sum();
    }

    private static RecordingRunMapper recording(Connection reader) {
        return new RecordingRunMapper(new Sessions().reading(reader).getMapper(RunMapper.class));
    }

    private static Map<Long, Long> sums(DayCounters counters, RunMapper mapper) {
        Map<Long, Long> sums = new TreeMap<>();
        counters.cells(mapper, ALL).forEach((day, counts) -> sums.put(day, counts.sum(cell -> true)));
        return sums;
    }

    /** What the rows themselves say. */
    private Map<Long, Long> rows() throws SQLException {
        Map<Long, Long> rows = new TreeMap<>();
        try (Connection connection = Connections.reader(file);
                Statement statement = connection.createStatement();
                ResultSet result = statement
                    .executeQuery("SELECT created_day, count(*) FROM runs WHERE deleted_at IS NULL GROUP BY 1")) {
            while (result.next()) {
                rows.put(result.getLong(1), result.getLong(2));
            }
        }
        return rows;
    }

    private long execute(String query) throws SQLException {
        try (Connection connection = Connections.writer(file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
