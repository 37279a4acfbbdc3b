package io.runwisp.store;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.store.ListQuestions.Question;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a page of runs costs among a million: each filter, each sort in both directions, the first, a middle and the last page, with the total; and the same pages again, each right after a commit. The promise
 * is held against the processor time of the thread that reads, which is the time by the clock of a machine that has nothing else to do: the file is in the
 * page cache. {@code -Drunwisp.rows} takes another number of rows, {@code -Drunwisp.rounds} of repetitions, {@code -Drunwisp.slow} prints the so many slowest questions, and
 * {@code -Drunwisp.history=FILE} keeps the database in this file and finds it there the next time.
 */
public final class ListsBench implements Bench {

    private static final int ROWS = Integer.getInteger("runwisp.rows", 1_000_000);
    private static final int SHOWN = Integer.getInteger("runwisp.slow", 20);
    private static final int UNITS = 200;
    private static final int ROUNDS = Integer.getInteger("runwisp.rounds", 3);
    private static final int LIMIT = 50;
    private static final double PAGE_MS = 20;
    private static final double SEARCH_MS = 250;
    private static final double MILLISECOND = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String purpose() {
        return String.format(Locale.ROOT,
                "a page of %,d runs by every filter and sort, beside a plain query without an index", ROWS);
    }

    /**
     * What one answer took.
     *
     * @param processor of the thread that asked
     * @param clock with what others did meanwhile
     */
    private record Taken(double processor, double clock) {

        static Taken by(Runnable question) {
            long begin = System.nanoTime();
            long before = THREADS.getCurrentThreadCpuTime();
            question.run();
            return new Taken((THREADS.getCurrentThreadCpuTime() - before) / MILLISECOND,
                    (System.nanoTime() - begin) / MILLISECOND);
        }
    }

    /** One kind of page: which question, which order, and from where. */
    private record Asked(Question question, RunSort sort, long offset, long total, List<Taken> times) {

        double slowest() {
            return times.stream().mapToDouble(Taken::processor).max().orElseThrow();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.1f ms  %s, by %s %s, from %,d of %,d", slowest(), question.name(),
                    sort.field().word(), sort.descending() ? "desc" : "asc", offset, total);
        }
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        String kept = System.getProperty("runwisp.history");
        Path file = kept == null ? scratch.resolve("runwisp.db") : Path.of(kept);
        SampleHistory history = new SampleHistory(UNITS, 1);
        Instant first = history.now();
        if (Files.exists(file)) {
            System.out.printf("found %s%n%n", file);
        } else {
            Taken making = Taken.by(() -> write(file, history));
            System.out.printf(Locale.ROOT, "made %,d runs in %.0f s%n%n", ROWS, making.clock() / 1000);
        }
        figures.baseline("newest page with its total, no index, no counters", plainQuery(file), "ms");
        try (RunStore store = Stores.open(file)) {
            String id = store.runs().list(RunFilter.ALL, RunSort.NEWEST, 1, ROWS / 2).runs().getFirst().id().text();
            Instant last = store.runs()
                .list(RunFilter.ALL, RunSort.NEWEST, 1, 0)
                .runs()
                .getFirst()
                .origin()
                .createdAt();
            List<Question> questions = ListQuestions.all(first, last, UNITS, id);
            Runnable nothing = () -> {
            };
            report(figures, "pages", PAGE_MS, askAll(store.runs(), questions, false, nothing));
            try (Connection other = Connections.writer(file)) {
                report(figures, "pages after a commit", PAGE_MS,
                        askAll(store.runs(), questions, false, () -> commit(other)));
            }
            report(figures, "searches", SEARCH_MS, askAll(store.runs(), questions, true, nothing));
        }
    }

    /** What the end of a run does to the counters, without a change of the totals: the newest one has taken longer, or not as long. */
    private static void commit(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE runs SET duration_ms = CASE duration_ms WHEN 1000 THEN 2000 ELSE 1000 END"
                    + " WHERE seq = (SELECT max(seq) FROM runs)");
        } catch (SQLException e) {
            throw new IllegalStateException("the newest run could not be changed", e);
        }
    }

    /** @param before what happens before each question and is not timed */
    private static List<Asked> askAll(RunQueries runs, List<Question> questions, boolean searches, Runnable before) {
        return questions.stream()
            .filter(question -> question.search() == searches)
            .flatMap(question -> ask(runs, question, before).stream())
            .toList();
    }

    private static void write(Path file, SampleHistory history) {
        try {
            HistoryFile.write(file, ROWS, history::next);
        } catch (SQLException e) {
            throw new IllegalStateException(file + " could not be made", e);
        }
    }

    private static List<Asked> ask(RunQueries runs, Question question, Runnable before) {
        long total = runs.list(question.filter(), RunSort.NEWEST, LIMIT, 0).total();
        List<Asked> asked = new ArrayList<>();
        for (RunSort.Field field : RunSort.Field.values()) {
            for (boolean descending : new boolean[]{true, false}) {
                for (long offset : List.of(0L, total / 2, Math.max(0, total - LIMIT))) {
                    asked.add(time(runs, new Asked(question, new RunSort(field, descending), offset, total,
                            new ArrayList<>()), before));
                }
            }
        }
        return asked;
    }

    private static Asked time(RunQueries runs, Asked asked, Runnable before) {
        for (int i = 0; i < ROUNDS; i++) {
            before.run();
            asked.times().add(Taken.by(() -> {
                if (runs.list(asked.question().filter(), asked.sort(), LIMIT, asked.offset()).total() != asked
                    .total()) {
                    throw new IllegalStateException("the total changed: " + asked);
                }
            }));
        }
        return asked;
    }

    private static void report(Figures figures, String what, double promised, List<Asked> asked) {
        List<Double> processor = sorted(asked, Taken::processor);
        List<Double> clock = sorted(asked, Taken::clock);
        figures.add(what + ", median of " + processor.size(), percentile(processor, 50), "ms");
        figures.atMost(promised, what + ", 99th percentile", percentile(processor, 99), "ms");
        figures.add(what + ", slowest", processor.getLast(), "ms");
        figures.add(what + ", median by the clock", percentile(clock, 50), "ms");
        figures.add(what + ", 99th percentile by the clock", percentile(clock, 99), "ms");
        System.out.println("the slowest " + what + ", by processor time:");
        asked.stream()
            .sorted(Comparator.comparingDouble(Asked::slowest).reversed())
            .limit(SHOWN)
            .forEach(one -> System.out.println("  " + one));
        System.out.println();
    }

    private static List<Double> sorted(List<Asked> asked, ToDoubleFunction<Taken> time) {
        return asked.stream().flatMap(one -> one.times().stream()).mapToDouble(time).sorted().boxed().toList();
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static double plainQuery(Path file) throws SQLException {
        List<Double> times = new ArrayList<>();
        try (Connection connection = Connections.reader(file); Statement statement = connection.createStatement()) {
            for (int i = 0; i < ROUNDS; i++) {
                long begin = THREADS.getCurrentThreadCpuTime();
                run(statement, "SELECT count(*) FROM runs NOT INDEXED WHERE deleted_at IS NULL");
                run(statement,
                        "SELECT * FROM runs NOT INDEXED WHERE deleted_at IS NULL ORDER BY created_at DESC LIMIT 50");
                times.add((THREADS.getCurrentThreadCpuTime() - begin) / MILLISECOND);
            }
        }
        Collections.sort(times);
        return times.get(ROUNDS / 2);
    }

    private static void run(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }
}
