package io.runwisp.retention;

import io.runwisp.engine.RunJournal;
import io.runwisp.model.Run;
import io.runwisp.output.LogArea;
import io.runwisp.retention.Sweep.Cause;
import io.runwisp.store.RunRetention;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Removes what is not kept, when it is told to. It waits for the disk and for the journal: while that is stalled, a sweep goes on to the next commit and
 * waits there, having deleted files first, which is what a full disk needs. One sweep at a time.
 */
public final class Sweeper {

    /** So many runs go between two commits. */
    static final int BATCH = 100;

    private final RunRetention rows;
    private final LogArea logs;
    private final RunJournal journal;

    /** A sweeper of these rows and these logs, which writes to this journal. */
    public Sweeper(RunRetention rows, LogArea logs, RunJournal journal) {
        this.rows = rows;
        this.logs = logs;
        this.journal = journal;
    }

    /** Removes everything that is not kept at this instant. Runs that somebody deleted are the matter of {@link #purge}. */
    public Sweep sweep(Instant now, Policies policies) {
        Removal removal = new Removal(logs, journal, now);
        for (String unit : rows.unitsWithRuns()) {
            Keep keep = policies.of(unit);
            keep.age()
                .ifPresent(age -> removal.all(Cause.AGE,
                        limit -> rows.createdBefore(unit, now.minus(age), limit)));
            keep.runs().ifPresent(runs -> removal.all(Cause.COUNT, limit -> rows.beyondNewest(unit, runs, limit)));
        }
        if (policies.maxLogBytes() > 0) {
            shrink(removal, policies.maxLogBytes());
        }
        logs.removeEmptyDirectories();
        return removal.result();
    }

    /** Removes the runs that were deleted up to an instant: their deletion can no longer be taken back. */
    public Sweep purge(Instant now, Instant deletedUpTo) {
        Removal removal = new Removal(logs, journal, now);
        removal.all(Cause.DELETED, limit -> rows.deletedBefore(deletedUpTo, limit));
        return removal.result();
    }

    private void shrink(Removal removal, long maxBytes) {
        long size;
        try {
            size = logs.bytes();
        } catch (IOException e) {
            removal.notice("the size of the logs could not be found out (" + e + "), so [storage] max_size was not"
                    + " applied; it is tried again at the next sweep");
            return;
        }
        if (size <= maxBytes) {
            return;
        }
        removal.notice("the logs take " + size + " bytes, more than the " + maxBytes + " of [storage] max_size: the"
                + " oldest ended runs go");
        long left = removal.untilFreed(size - maxBytes, limit -> oldest(limit));
        if (left > 0) {
            removal.notice("the logs still take " + left + " bytes more than [storage] max_size, and no ended run is"
                    + " left that could go: look for large files under " + logs.path()
                    + " that belong to active runs or to none");
        }
    }

    private List<Run> oldest(int limit) {
        return rows.oldest(limit);
    }
}
