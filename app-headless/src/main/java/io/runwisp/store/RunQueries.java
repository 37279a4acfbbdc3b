package io.runwisp.store;

import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPage;
import io.runwisp.model.RunSort;
import io.runwisp.model.RunSummary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** What front-ends ask about runs. Any thread may ask; each answer is of one moment. Deleted runs are not seen. */
public final class RunQueries {

    private static final Set<String> FAILED = Set.of("failed", "crashed", "timeout", "log_overflow");

    private final Readers readers;

    RunQueries(Readers readers) {
        this.readers = readers;
    }

    /** The run of this id. */
    public Optional<Run> find(RunId id) {
        return findDeletedToo(id).filter(run -> run.deletedAt() == null);
    }

    /** The run of this id, also when it is deleted and not yet removed. */
    public Optional<Run> findDeletedToo(RunId id) {
        return readers.ask(session -> Optional.ofNullable(mapper(session).find(id.text())).map(RunRows::read));
    }

    /** The newest run of each of these units that has any, whatever became of it. */
    public List<Run> newestOf(Collection<String> units) {
        String names = units.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return units.isEmpty()
                ? List.of()
                : readers.ask(session -> mapper(session).newestOf(names).stream().map(RunRows::read).toList());
    }

    /** A piece of the list of runs that pass a filter. */
    public RunPage list(RunFilter filter, RunSort sort, int limit, long offset) {
        return readers.askCounted((session, counters) -> {
            RunMapper mapper = mapper(session);
            RunPage page = new RunListing(mapper, filter, counters.cells(mapper), counters.days()).page(sort, limit,
                    offset);
            String newest = mapper.lastId();
            return new RunPage(page.runs(), page.total(), newest == null ? null : new RunId(newest));
        });
    }

    /** How the recorded runs went. */
    public RunSummary summary() {
        return readers.askCounted((session, counters) -> {
            List<RunCell> cells = counters.cells(mapper(session));
            return new RunSummary(RunScope.sum(cells, cell -> true),
                    RunScope.sum(cells, cell -> cell.outcome().equals("success")),
                    RunScope.sum(cells, cell -> FAILED.contains(cell.outcome())),
                    RunScope.sum(cells, cell -> cell.outcome().equals("missed")),
                    InstantText.readNullable(mapper(session).lastFailure()));
        });
    }

    private static RunMapper mapper(SqlSession session) {
        return session.getMapper(RunMapper.class);
    }
}
