package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPage;
import io.runwisp.model.RunSort;
import io.runwisp.model.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random questions for lists, each held against the plain meaning of a list. {@code -Drunwisp.seed} repeats them. */
class RunListTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong(1_000_000));
    private static final int RUNS = 4000;
    private static final int QUESTIONS = 500;
    private static final int EACH_COMMIT = 5;
    /** A day has some dozen runs, so that pages begin and times end on different days. */
    private static final long STEP_MS = 3_600_000;
    /** Beyond so many rows the counters of days are used. */
    private static final int FEW = 60;
    private static final int UNITS = 12;

    private final Random random = new Random(SEED);
    private final List<Run> all = new ArrayList<>();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyListIsWhatItsFilterAndSortSay() throws Exception {
        Path file = directory.resolve("runwisp.db");
        SampleHistory history = new SampleHistory(UNITS, SEED, STEP_MS);
        for (int i = 0; i < RUNS; i++) {
            Run run = random.nextInt(40) == 0 ? history.unfinished() : history.next();
            all.add(random.nextInt(30) == 0 ? SampleHistory.deleted(run) : run);
        }
        Iterator<Run> rows = all.iterator();
        HistoryFile.write(file, RUNS, rows::next);
        try (Connection connection = Connections.reader(file); Connection writer = Connections.writer(file)) {
            RunMapper mapper = new Sessions().reading(connection).getMapper(RunMapper.class);
            RunCounters counters = new RunCounters(new DayCounters());
            NaiveList naive = new NaiveList(all);
            for (int i = 0; i < QUESTIONS; i++) {
                if (i % EACH_COMMIT == 0) {
                    deleteOne(writer);
                    naive = new NaiveList(all);
                }
                RunFilter filter = filter();
                RunSort sort = new RunSort(one(RunSort.Field.values()), random.nextBoolean());
                long total = naive.page(filter, sort, 1, 0).total();
                int limit = 1 + random.nextInt(60);
                long offset = random.nextInt(4) == 0 ? 0 : random.nextLong(total + 10);
                int few = random.nextBoolean() ? FEW : RUNS;
                RunPage page = new RunListing(mapper, filter, counters.cells(mapper), counters.days(), few).page(sort,
                        limit, offset);
                RunPage expected = naive.page(filter, sort, limit, offset);
                String question = "seed " + SEED + ": " + filter + " " + sort + " limit " + limit + " offset " + offset;
                assertEquals(ids(expected), ids(page), question);
                assertTrue(expected.equals(page), question);
            }
        }
    }

    /** Counters that are kept in memory have to be read again. */
    private void deleteOne(Connection writer) throws SQLException {
        int which = random.nextInt(RUNS);
        Run deleted = SampleHistory.deleted(all.get(which));
        all.set(which, deleted);
        try (PreparedStatement statement = writer.prepareStatement("UPDATE runs SET deleted_at = ? WHERE id = ?")) {
            statement.setString(1, InstantText.ofNullable(deleted.deletedAt()));
            statement.setString(2, deleted.id().text());
            statement.executeUpdate();
        }
    }

    private static String ids(RunPage page) {
        return page.total() + ": " + page.runs().stream().map(run -> run.id().text()).toList();
    }

    private RunFilter filter() {
        RunFilter filter = RunFilter.ALL;
        if (random.nextInt(3) == 0) {
            filter = filter.withTaskName(SampleHistory.unit(random.nextInt(UNITS + 1)));
        }
        if (random.nextInt(3) == 0) {
            filter = filter
                .withStatuses(random.nextBoolean() ? Set.of(status()) : new HashSet<>(List.of(status(), status())));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.withSearch(search());
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withTrigger(one(Trigger.values()));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withCreated(instant(), instant());
        }
        if (random.nextInt(4) == 0) {
            filter = filter.withExitCodes(code(), code());
        }
        return random.nextInt(6) == 0 ? filter.withRetriesOnly() : filter;
    }

    private String status() {
        return one("success", "succeeded", "failed", "skipped", "timeout", "crashed", "missed", "ended", "running",
                "pending", "unhealthy");
    }

    private String search() {
        String id = all.get(random.nextInt(all.size())).id().text();
        return switch (random.nextInt(4)) {
            case 0 -> one("backup", "BACK", "db", "e", "-1", "sync%", "nothing like it");
            case 1 -> id;
            case 2 -> id.substring(22).toLowerCase(Locale.ROOT);
            default -> id.substring(random.nextInt(10), 11 + random.nextInt(15));
        };
    }

    private @Nullable Instant instant() {
        return random.nextInt(3) == 0 ? null : all.get(random.nextInt(all.size())).origin().createdAt();
    }

    private @Nullable Integer code() {
        return random.nextInt(3) == 0 ? null : random.nextInt(8) - 2;
    }

    @SafeVarargs
    private final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
