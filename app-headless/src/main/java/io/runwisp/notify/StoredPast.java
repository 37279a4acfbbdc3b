package io.runwisp.notify;

import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.store.RunQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What happened before, read from the database and the logs. */
record StoredPast(RunQueries runs, LastLines lines) implements Past {

    /** From so many successes it is learned. */
    static final int SUCCESSES = 50;
    /** So many runs are looked back for failures. */
    private static final int LOOK_BACK = 100;

    @Override
    public Habit habit(String unit) {
        List<Run> successes = runs.list(RunFilter.ofTask(unit).withStatuses(Set.of(EndReason.SUCCESS.word())),
                RunSort.NEWEST, SUCCESSES, 0)
            .runs();
        List<Duration> durations = new ArrayList<>();
        int known = 0;
        int printed = 0;
        for (Run run : successes) {
            if (run.end() != null && run.end().duration() != null) {
                durations.add(run.end().duration());
            }
            OptionalLong size = lines.size(run);
            known += size.isPresent() ? 1 : 0;
            printed += size.orElse(0) > 0 ? 1 : 0;
        }
        return new Habit(durations, known, printed);
    }

    @Override
    public Streak before(Run run) {
        List<Run> failed = new ArrayList<>();
        for (Run each : runs.list(RunFilter.ofTask(run.taskName()).withCreated(null, run.origin().createdAt()),
                RunSort.NEWEST, LOOK_BACK, 0)
            .runs()) {
            if (each.end() == null || each.id().equals(run.id()) || each.replicaIndex() != run.replicaIndex()) {
                continue;
            }
            if (each.end().reason() == EndReason.SUCCESS) {
                break;
            }
            if (each.end().failure()) {
                failed.add(each);
            }
        }
        Instant first = failed.isEmpty() ? Instant.EPOCH : at(failed.getLast());
        return new Streak(failed.size(), first, failed);
    }

    private static Instant at(Run run) {
        return run.end() == null ? run.origin().createdAt() : run.end().at();
    }

    @Override
    public boolean hasPrinted(Run run) {
        return lines.size(run).orElse(0) > 0;
    }
}
