package io.runwisp.store;

import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through many runs in pieces, oldest row first, so that whoever changes a million of them holds a few hundred at a time. Between two pieces no question
 * is open; what is created meanwhile is not among them. Any thread may ask.
 */
public final class RunBatches {

    /** The most runs of a piece. */
    public static final int PIECE = 500;
    /** So many rows are found at once; of each only its number is held. */
    static final int FOUND = 50_000;

    private final Readers readers;

    RunBatches(Readers readers) {
        this.readers = readers;
    }

    /**
     * As of when runs are meant.
     *
     * @param newest those that were recorded after this run are not, or null
     * @param ended those that ended after this instant are not, or null
     */
    public record AsOf(@Nullable RunId newest, @Nullable Instant ended) {

        /** As of now. */
        public static final AsOf NOW = new AsOf(null, null);
    }

    /** Which runs are gone through. */
    public static final class Which {

        /** Those that can be seen. */
        public static final Which SEEN = new Which(" NOT INDEXED WHERE deleted_at IS NULL",
                run -> run.deletedAt() == null, null);
        /** Those that can be seen, are over, and have no retry that is still to come. */
        public static final Which OVER = new Which(
                " NOT INDEXED WHERE deleted_at IS NULL AND end_reason IS NOT NULL AND next_retry_at IS NULL",
                run -> run.deletedAt() == null && run.end() != null && run.nextRetryAt() == null, null);
        /** Those that are not over, or have a retry that is still to come. */
        public static final Which ACTIVE = new Which("""
                 WHERE seq IN (SELECT seq FROM runs INDEXED BY runs_active WHERE end_reason IS NULL
                  UNION SELECT seq FROM runs INDEXED BY runs_retry_due WHERE next_retry_at IS NOT NULL)
                  AND deleted_at IS NULL""",
                run -> run.deletedAt() == null && (run.end() == null || run.nextRetryAt() != null), null);

        private final String from;
        private final Predicate<Run> test;
        private final @Nullable Instant deleted;

        private Which(String from, Predicate<Run> test, @Nullable Instant deleted) {
            this.from = from;
            this.test = test;
            this.deleted = deleted;
        }

        /** Those that were deleted later than this and are not removed yet. */
        public static Which deletedAfter(Instant instant) {
            return new Which(" WHERE seq IN (SELECT seq FROM runs INDEXED BY runs_deleted WHERE deleted_at > ",
                    run -> run.deletedAt() != null && run.deletedAt().isAfter(instant), instant);
        }

        /** Those that were deleted at this instant and are not removed yet. */
        public static Which deletedAt(Instant instant) {
            return new Which(" WHERE seq IN (SELECT seq FROM runs INDEXED BY runs_deleted WHERE deleted_at = ",
                    run -> instant.equals(run.deletedAt()), instant);
        }

        private SqlText rows() {
            SqlText sql = new SqlText().add("SELECT seq FROM runs ").add(from);
            return deleted == null ? sql : sql.bind(InstantText.of(deleted)).add(")");
        }
    }

    /** Those of these ids. */
    public void named(Which which, Collection<RunId> ids, Consumer<List<Run>> taker) {
        List<RunId> all = List.copyOf(ids);
        for (int at = 0; at < all.size(); at += PIECE) {
            give(which,
                    read("id", all.subList(at, Math.min(all.size(), at + PIECE)).stream().map(RunId::text).toList()),
                    taker);
        }
    }

    /** Those that pass a filter. */
    public void matching(Which which, RunFilter filter, AsOf asOf, Consumer<List<Run>> taker) {
        long upTo = last(asOf);
        List<Long> found = List.of();
        do {
            found = after(conditions(which, filter, asOf), found.isEmpty() ? 0 : found.getLast(), upTo);
            for (int at = 0; at < found.size(); at += PIECE) {
                give(which, read("seq", found.subList(at, Math.min(found.size(), at + PIECE))), taker);
            }
        } while (found.size() == FOUND);
    }

    /** How many of them there are, without these. */
    public int count(Which which, RunFilter filter, AsOf asOf, Collection<String> without) {
        SqlText sql = conditions(which, filter, asOf).add(" AND seq <= ").bind(last(asOf));
        if (!without.isEmpty()) {
            sql.add(" AND id NOT IN ").bindAll(without);
        }
        SqlText counted = sql.within("SELECT count(*) FROM (", ")");
        return Math.toIntExact(readers.ask(session -> session.getMapper(RunMapper.class).count(counted)));
    }

    /** The number of the last row that is meant. When that run is gone meanwhile, its id alone says what is newer. */
    private long last(AsOf asOf) {
        RunId newest = asOf.newest();
        return readers.ask(session -> {
            RunMapper mapper = session.getMapper(RunMapper.class);
            Long seq = newest == null ? null : mapper.seqOf(newest.text());
            return seq == null ? mapper.lastSeq() : seq;
        });
    }

    private static void give(Which which, List<Run> read, Consumer<List<Run>> taker) {
        List<Run> still = read.stream().filter(which.test).toList();
        if (!still.isEmpty()) {
            taker.accept(still);
        }
    }

    private List<Run> read(String column, Collection<?> values) {
        SqlText sql = new SqlText().add("SELECT " + RunColumns.ALL + " FROM runs WHERE ").add(column).add(" IN ");
        sql.bindAll(values).add(" ORDER BY seq");
        return readers
            .ask(session -> session.getMapper(RunMapper.class).list(sql).stream().map(RunRows::read).toList());
    }

    private List<Long> after(SqlText rows, long after, long upTo) {
        rows.add(" AND seq > ").bind(after).add(" AND seq <= ").bind(upTo).add(" ORDER BY seq LIMIT ").bind(FOUND);
        SqlText sql = rows.within("SELECT group_concat(seq, ' ') FROM (", ")");
        String numbers = readers.ask(session -> session.getMapper(RunMapper.class).text(sql));
        List<Long> found = new ArrayList<>();
        if (numbers != null) {
            for (String number : numbers.split(" ", -1)) {
                found.add(Long.valueOf(number));
            }
        }
        return found;
    }

    /** Unlike a list, it cannot ask the counters: they do not know the deleted ones. */
    private static SqlText conditions(Which which, RunFilter filter, AsOf asOf) {
        SqlText sql = which.rows();
        if (asOf.newest() != null) {
            sql.add(" AND id <= ").bind(asOf.newest().text());
        }
        if (asOf.ended() != null) {
            sql.add(" AND (end_at IS NULL OR end_at <= ").bind(InstantText.of(asOf.ended())).add(")");
        }
        if (filter.taskName() != null) {
            sql.add(" AND task_name = ").bind(filter.taskName());
        }
        if (!filter.statuses().isEmpty()) {
            sql.add(" AND outcome IN ").bindAll(RunScope.outcomes(filter.statuses()));
        }
        String search = filter.search() == null ? "" : filter.search().replace("%", "").replace("_", "");
        if (!search.isEmpty()) {
            String upper = search.toUpperCase(Locale.ROOT);
            sql.add(" AND (instr(upper(task_name), ").bind(upper).add(") > 0 OR instr(id, ").bind(upper).add(") > 0)");
        }
        RunListSql.cellConditions(sql, filter);
        RunListSql.times(sql, filter);
        return sql;
    }
}
