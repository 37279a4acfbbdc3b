package io.runwisp.store;

import io.runwisp.bench.Bench;
import io.runwisp.bench.Figures;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.store.ListQuestions.Question;
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

/**
 * How long a page of runs takes among a million: each filter, each sort in both directions, the first, a middle and the last page, with the total.
 * {@code -Drunwisp.rows} takes another number of rows, {@code -Drunwisp.slow=20} prints the so many slowest questions.
 */
public final class ListsBench implements Bench {

    private static final int ROWS = Integer.getInteger("runwisp.rows", 1_000_000);
    private static final int SHOWN = Integer.getInteger("runwisp.slow", 5);
    private static final int UNITS = 200;
    private static final int ROUNDS = 5;
    private static final int LIMIT = 50;
    private static final double PAGE_MS = 20;
    private static final double SEARCH_MS = 250;
    private static final double MILLISECOND = 1e6;

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String purpose() {
        return String.format(Locale.ROOT,
                "a page of %,d runs by every filter and sort, beside a plain query without an index", ROWS);
    }

    /** One kind of page: which question, which order, and from where. */
    private record Asked(Question question, RunSort sort, long offset, long total, List<Double> times) {

        double slowest() {
            return Collections.max(times);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.1f ms  %s, by %s %s, from %,d of %,d", slowest(), question.name(),
                    sort.field().word(), sort.descending() ? "desc" : "asc", offset, total);
        }
    }

    @Override
    public void measure(Path scratch, Figures figures) throws Exception {
        Path file = scratch.resolve("runwisp.db");
        long begin = System.nanoTime();
        SampleHistory history = new SampleHistory(UNITS, 1);
        Instant first = history.now();
        HistoryFile.write(file, ROWS, history::next);
        System.out.printf(Locale.ROOT, "made %,d runs in %.0f s%n%n", ROWS, (System.nanoTime() - begin) / 1e9);
        figures.baseline("newest page with its total, no index, no counters", plainQuery(file), "ms");
        try (RunStore store = Stores.open(file)) {
            String id = store.runs().list(RunFilter.ALL, RunSort.NEWEST, 1, ROWS / 2).runs().getFirst().id().text();
            List<Asked> asked = new ArrayList<>();
            for (Question question : ListQuestions.all(first, history.now(), UNITS, id)) {
                asked.addAll(ask(store.runs(), question));
            }
            report(figures, "pages", PAGE_MS, asked.stream().filter(one -> !one.question().search()).toList());
            report(figures, "searches", SEARCH_MS, asked.stream().filter(one -> one.question().search()).toList());
        }
    }

    private static List<Asked> ask(RunQueries runs, Question question) {
        long total = runs.list(question.filter(), RunSort.NEWEST, LIMIT, 0).total();
        List<Asked> asked = new ArrayList<>();
        for (RunSort.Field field : RunSort.Field.values()) {
            for (boolean descending : new boolean[]{true, false}) {
                for (long offset : List.of(0L, total / 2, Math.max(0, total - LIMIT))) {
                    asked.add(time(runs, new Asked(question, new RunSort(field, descending), offset, total,
                            new ArrayList<>())));
                }
            }
        }
        return asked;
    }

    private static Asked time(RunQueries runs, Asked asked) {
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            long total = runs.list(asked.question().filter(), asked.sort(), LIMIT, asked.offset()).total();
            asked.times().add((System.nanoTime() - begin) / MILLISECOND);
            if (total != asked.total()) {
                throw new IllegalStateException("the total changed: " + asked);
            }
        }
        return asked;
    }

    private static void report(Figures figures, String what, double promised, List<Asked> asked) {
        List<Double> times = new ArrayList<>();
        asked.forEach(one -> times.addAll(one.times()));
        Collections.sort(times);
        figures.add(what + ", median of " + times.size(), percentile(times, 50), "ms");
        figures.atMost(promised, what + ", 99th percentile", percentile(times, 99), "ms");
        figures.add(what + ", slowest", times.getLast(), "ms");
        System.out.println("the slowest " + what + ":");
        asked.stream()
            .sorted(Comparator.comparingDouble(Asked::slowest).reversed())
            .limit(SHOWN)
            .forEach(one -> System.out.println("  " + one));
        System.out.println();
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static double plainQuery(Path file) throws SQLException {
        List<Double> times = new ArrayList<>();
        try (Connection connection = Connections.reader(file); Statement statement = connection.createStatement()) {
            for (int i = 0; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                run(statement, "SELECT count(*) FROM runs NOT INDEXED WHERE deleted_at IS NULL");
                run(statement,
                        "SELECT * FROM runs NOT INDEXED WHERE deleted_at IS NULL ORDER BY created_at DESC LIMIT 50");
                times.add((System.nanoTime() - begin) / MILLISECOND);
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
