package io.runwisp.daemon.life;

import io.runwisp.daemon.boot.Reconciliation;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.data.Refusal;
import io.runwisp.engine.Commit;
import io.runwisp.engine.CrashRecovery;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.LogRepair;
import io.runwisp.output.format.LogFiles;
import io.runwisp.process.SweptRun;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Clears away what a daemon left that died: its processes first, then its rows, its logs at last. */
final class Aftermath {

    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(30);

    private final StoreDatabase database;
    private final RunJournal journal;
    private final List<UnitDefinition> units;
    private final Clocks clocks;
    private final DaemonLog log;

    Aftermath(StoreDatabase database, RunJournal journal, List<UnitDefinition> units, Clocks clocks, DaemonLog log) {
        this.database = database;
        this.journal = journal;
        this.units = units;
        this.clocks = clocks;
        this.log = log;
    }

    /**
     * Clears what belongs to some runs.
     *
     * @param whose which runs are meant; the others are left as they are
     * @param ceiling the time that all stop ladders have together
     */
    StepResult<Reconciliation> clear(Predicate<Run> whose, Duration ceiling) {
        RunJournalSnapshot past = only(journal.recover(), whose);
        List<Run> left = past.unfinished();
        if (left.isEmpty()) {
            return new StepResult.Done<>(new Reconciliation(0, 0));
        }
        List<SweptRun> swept = new Leftovers(units, clocks.monotonic()).end(left, ceiling);
        Map<RunId, String> found = new HashMap<>();
        for (SweptRun run : swept) {
            if (!run.survivors().isEmpty()) {
                return new StepResult.Failed<>(alive(run));
            }
            if (run.found() > 0) {
                found.put(run.run(), run.text());
                log.warn("run " + run.run() + " of a daemon that died: " + run.text());
            }
        }
        List<RunJournalChange> changes = CrashRecovery.changes(past, found, units,
                clocks.wall().now().truncatedTo(ChronoUnit.MILLIS), new JsonEventText());
        String objection = objection(Commit.within(LONGEST_COMMIT, journal, changes));
        if (!objection.isEmpty()) {
            return new StepResult.Failed<>(
                    new Refusal("what the last daemon left could not be recorded: " + objection + ".",
                            "Make sure that the disk of " + database.directory().path()
                                    + " has room and can be written, and start again. Nothing was started."));
        }
        left.forEach(this::repair);
        return new StepResult.Done<>(new Reconciliation(left.size(), swept.stream().mapToInt(SweptRun::found).sum()));
    }

    private static RunJournalSnapshot only(RunJournalSnapshot past, Predicate<Run> whose) {
        List<Run> left = past.unfinished()
            .stream()
            .filter(run -> run.phase() == RunPhase.RUNNING && whose.test(run))
            .toList();
        return new RunJournalSnapshot(left, List.of(), List.of(), List.of(), List.of(), past.lastEventSequence());
    }

    /** To start all the same would be to run it twice. */
    private static Refusal alive(SweptRun run) {
        String pids = run.survivors().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new Refusal("processes of a daemon that died are still alive, and cannot be ended: " + pids + ".",
                "They belong to run " + run.run()
                        + ". They may be those of another user, or wait for a device. End them (kill -9 "
                        + pids + ", as root if need be), and start again. Nothing was started.");
    }

    private static String objection(Commit.Fate fate) {
        return switch (fate) {
            case Commit.Done _ -> "";
            case Commit.NotTaken(RunJournal.Admission why) -> "the journal is " + why;
            case Commit.Refused(String reason) -> reason;
            case Commit.Late _ -> "the database could not be written within " + LONGEST_COMMIT.toSeconds() + " s";
            case Commit.Interrupted _ -> "it was interrupted";
        };
    }

    private void repair(Run run) {
        if (run.start() == null || run.start().logFile() == null) {
            return;
        }
        try {
            var _ = new LogRepair(new LocalLogDisk()).repair(LogFiles
                .in(database.directory().logs(LogFiles.directoryName(run.taskName())), run.start().logFile()));
        } catch (IOException e) {
            log.warn("the log of run " + run.id() + " could not be put in order, and is left as it is: " + e);
        }
    }
}
