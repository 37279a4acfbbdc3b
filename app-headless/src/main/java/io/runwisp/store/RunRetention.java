package io.runwisp.store;

import io.runwisp.model.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which rows may go. Oldest first, a bounded number at a time, and never a run that is not over. The caller deletes their files, then the rows through the
 * journal together with their {@code run.deleted} events, and asks again.
 */
public final class RunRetention {

    private final Readers readers;

    RunRetention(Readers readers) {
        this.readers = readers;
    }

    /** The names of all units that have runs, those that left the configuration included. */
    public List<String> unitsWithRuns() {
        return readers.ask(session -> session.getMapper(RunMapper.class)
            .cells()
            .stream()
            .map(RunCell::taskName)
            .distinct()
            .sorted()
            .toList());
    }

    /** The ended runs of a unit beyond the newest so many. */
    public List<Run> beyondNewest(String unit, long keep, int limit) {
        return read(mapper -> {
            long ended = RunScope.sum(mapper.cells(), cell -> cell.taskName().equals(unit) && isOver(cell));
            int surplus = Math.clamp(ended - keep, 0, limit);
            return surplus == 0 ? List.of() : mapper.oldestEndedOf(unit, surplus);
        });
    }

    /** The ended runs of a unit that were created before this instant. */
    public List<Run> createdBefore(String unit, Instant instant, int limit) {
        return read(mapper -> mapper.endedBefore(unit, InstantText.of(instant), limit));
    }

    /** The oldest ended runs of all units that have a log: what makes room when the logs are too large. Rows alone would make none. */
    public List<Run> oldest(int limit) {
        return read(mapper -> mapper.oldestEnded(limit));
    }

    /** The runs that were deleted up to this instant and can no longer be restored. */
    public List<Run> deletedBefore(Instant instant, int limit) {
        return read(mapper -> mapper.deletedBefore(InstantText.of(instant), limit));
    }

    /** When the last of the deleted runs was deleted that are not removed yet. */
    public Optional<Instant> newestDeletion() {
        return readers.ask(session -> Optional.ofNullable(session.getMapper(RunMapper.class).newestDeletion())
            .map(InstantText::read));
    }

    private static boolean isOver(RunCell cell) {
        return Stream.of("pending", "running").noneMatch(cell.outcome()::equals);
    }

    private List<Run> read(Function<RunMapper, List<RunRow>> question) {
        return readers.ask(session -> question.apply(session.getMapper(RunMapper.class))
            .stream()
            .map(RunRows::read)
            .toList());
    }
}
