package io.runwisp.retention;

import io.runwisp.engine.Commit;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.DeleteRun;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunStart;
import io.runwisp.output.LogArea;
import io.runwisp.retention.Sweep.Cause;
import io.runwisp.retention.Sweep.Removed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One sweep under way: takes runs in batches, their files first, then their rows with an event for each. */
final class Removal {

    /** What subscribers are told. */
    static final String EVENT = "run.deleted";

    private static final JsonEventText TEXTS = new JsonEventText();

    private final LogArea logs;
    private final RunJournal journal;
    private final Instant now;
    private final List<Removed> removed = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Set<RunId> handled = new HashSet<>();
    private int staying;
    private long freedBytes;
    private boolean halted;

    Removal(LogArea logs, RunJournal journal, Instant now) {
        this.logs = logs;
        this.journal = journal;
        this.now = now;
    }

    /** Asks which runs may go, oldest first. */
    interface Question {
        List<Run> ask(int limit);
    }

    void notice(String sentence) {
        notices.add(sentence);
    }

    Sweep result() {
        return new Sweep(removed, freedBytes, notices);
    }

    /** Removes all that the question names. */
    void all(Cause cause, Question question) {
        for (List<Run> batch = next(question); !batch.isEmpty(); batch = next(question)) {
            List<Run> gone = new ArrayList<>();
            batch.forEach(run -> takeFiles(run, gone));
            commit(gone, cause);
        }
    }

    /** Removes runs until so many bytes are free, and returns how many of them are not. */
    long untilFreed(long wanted, Question question) {
        long goal = freedBytes + wanted;
        for (List<Run> batch = next(question); !batch.isEmpty() && freedBytes < goal; batch = next(question)) {
            List<Run> gone = new ArrayList<>();
            for (Run run : batch) {
                if (freedBytes < goal) {
                    takeFiles(run, gone);
                }
            }
            commit(gone, Cause.SIZE);
        }
        return Math.max(0, goal - freedBytes);
    }

    /** Those that stay are named by each answer again, so they make it longer. */
    private List<Run> next(Question question) {
        List<Run> batch = new ArrayList<>();
        int stayed = -1;
        while (batch.isEmpty() && !halted && stayed != staying) {
            stayed = staying;
            for (Run run : question.ask(Sweeper.BATCH + stayed)) {
                if (!handled.contains(run.id()) && !awaitsRetry(run) && batch.size() < Sweeper.BATCH) {
                    batch.add(run);
                }
            }
        }
        return batch;
    }

    /** The row says when the retry is due, and the engine will write it again. */
    private boolean awaitsRetry(Run run) {
        if (run.nextRetryAt() == null || run.deletedAt() != null) {
            return false;
        }
        stays(run);
        return true;
    }

    private void stays(Run run) {
        handled.add(run.id());
        staying++;
    }

    private void takeFiles(Run run, List<Run> gone) {
        RunStart start = run.start();
        String file = start == null ? null : start.logFile();
        try {
            freedBytes += file == null || file.isEmpty() ? 0 : logs.remove(run.taskName(), file);
            gone.add(run);
        } catch (IOException e) {
            stays(run);
            notice("run " + run.id() + " of " + run.taskName() + " stays although its time is over, because its log "
                    + file + " could not be deleted (" + e + "); see who owns that file, the next sweep tries again");
        }
    }

    private void commit(List<Run> gone, Cause cause) {
        if (gone.isEmpty()) {
            return;
        }
        List<RunJournalChange> changes = new ArrayList<>(2 * gone.size());
        for (Run run : gone) {
            changes.add(new DeleteRun(run.id()));
            if (run.deletedAt() == null) {
                // Whoever deleted it has told that already.
                changes.add(new AppendEvent(EVENT, now, TEXTS.ofDeleted(run)));
            }
        }
        Commit.Settled fate = Commit.of(journal, changes);
        if (fate instanceof Commit.Done) {
            gone.forEach(run -> removed.add(new Removed(run.id(), run.taskName(), cause)));
            gone.forEach(run -> handled.add(run.id()));
        } else {
            halted = true;
            notice("the sweep has stopped: the logs of " + gone.size() + " runs are deleted, their rows are not ("
                    + why(fate) + "); the next sweep deletes them");
        }
    }

    private static String why(Commit.Settled fate) {
        return switch (fate) {
            case Commit.NotTaken(RunJournal.Admission admission) -> admission == RunJournal.Admission.CLOSED
                    ? "the journal is closed"
                    : "too much waits for the journal";
            case Commit.Refused(String reason) -> reason;
            case Commit.Done _ -> throw new IllegalArgumentException("nothing has failed");
        };
    }
}
