package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.store.ListQuestions.Question;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How lists are found, so that a lost index or a worse plan fails here and not at a user's. The figures themselves, on a million runs, are measured by
 * {@code installers/bench lists}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunListPlanTest {

    private static final int ROWS = 20_000;
    private static final int UNITS = 200;
    private static final int LIMIT = 50;
    private static final RunSort.Field[] SEARCHED = {RunSort.Field.CREATED_AT};

    private Path file = Path.of("");
    private List<Question> questions = List.of();

    @BeforeAll
    void makeRuns(@TempDir Path directory) throws SQLException {
        file = directory.resolve("runwisp.db");
        SampleHistory history = new SampleHistory(UNITS, 1);
        Instant begin = history.now();
        HistoryFile.write(file, ROWS, history::next);
        try (RunStore store = Stores.open(file)) {
            String id = store.runs().list(RunFilter.ALL, RunSort.NEWEST, 1, ROWS / 2).runs().getFirst().id().text();
            questions = ListQuestions.all(begin, history.now(), UNITS, id);
        }
    }

    @AfterAll
    void forget() {
        questions = List.of();
    }

    @Test
    void everyListIsFoundThroughAnIndexAndSortedByIt() throws SQLException {
        Set<String> wrong = new TreeSet<>();
        Sessions sessions = new Sessions();
        try (Connection connection = Connections.reader(file)) {
            RecordingRunMapper mapper = new RecordingRunMapper(sessions.reading(connection).getMapper(RunMapper.class));
            askAll(mapper);
            assertTrue(mapper.asked().size() > 400, "only so many statements: " + mapper.asked().size());
            for (SqlText query : mapper.asked()) {
                QueryPlan plan = QueryPlan.of(connection, query);
                plan.scans().forEach(step -> wrong.add("without an index: " + step + " in " + query));
                plan.sorted()
                    .stream()
                    .filter(step -> !mayBeSorted(query, step))
                    .forEach(step -> wrong.add("sorted: " + step + " in " + query));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** What the counters or the times say to be few rows is found as it lies and sorted; so is what is counted by its value, a day's rows at most. */
    private static boolean mayBeSorted(SqlText query, String step) {
        return step.contains("INDEX runs_cell ") || step.contains("INDEX runs_all_created ")
                || query.getText().startsWith("SELECT group_concat(");
    }

    @Test
    void aStatementWithoutAnIndexIsNoticed() throws SQLException {
        try (Connection connection = Connections.reader(file)) {
            QueryPlan scan = QueryPlan.of(connection,
                    new SqlText().add("SELECT seq FROM runs NOT INDEXED WHERE task_name = ").bind("a"));
            assertFalse(scan.scans().isEmpty(), scan.toString());
            QueryPlan sorted = QueryPlan.of(connection, new SqlText()
                .add("SELECT seq FROM runs INDEXED BY runs_task_created WHERE deleted_at IS NULL ORDER BY exit_code"));
            assertFalse(sorted.sorted().isEmpty(), sorted.toString());
        }
    }

    private void askAll(RunMapper mapper) {
        List<RunCell> cells = mapper.cells();
        DayCounters days = new DayCounters();
        for (Question question : questions) {
            for (RunSort.Field field : question.search() ? SEARCHED : RunSort.Field.values()) {
                RunListing listing = new RunListing(mapper, question.filter(), cells, days);
                long total = listing.page(new RunSort(field, true), LIMIT, 0).total();
                listing.page(new RunSort(field, false), LIMIT, total / 2);
            }
        }
    }
}
