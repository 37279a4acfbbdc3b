package io.runwisp.engine;

import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.StopOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of the runs that a dead daemon left running, once whatever they left has been stopped: they are {@code crashed}, and those that have
 * attempts left are tried again. Pure; the boot writes what it answers before the engine begins.
 */
public final class CrashRecovery {

    private CrashRecovery() {
    }

    /**
     * The changes to write.
     *
     * @param found what was found alive of a run and what became of it, as the end of a sentence ("2 processes were found, and ended"); runs of which nothing
     *     was found need not be in it
     * @param units the units as they are configured now
     */
    public static List<RunJournalChange> changes(RunJournalSnapshot past, Map<RunId, String> found,
            List<UnitDefinition> units, Instant now, EventText texts) {
        List<RunJournalChange> changes = new ArrayList<>();
        for (Run run : past.unfinished()) {
            if (run.phase() == RunPhase.RUNNING) {
                Run crashed = crashed(run, found.get(run.id()), unit(units, run.taskName()), now);
                changes.add(new RunJournalChange.SaveRun(crashed));
                changes.add(new RunJournalChange.AppendEvent("run.failed", now,
                        texts.ofRun(crashed, crashed.message())));
            }
        }
        return changes;
    }

    /** The row of one of them. */
    static Run crashed(Run run, @Nullable String found, @Nullable UnitDefinition unit, Instant now) {
        boolean failure = unit == null || unit.rules().failures().isFailure(EndReason.CRASHED, RunEnd.UNSEEN, false);
        Run ended = run.withEnd(new RunEnd(now, EndReason.CRASHED, RunEnd.UNSEEN, failure, null, null))
            .withMessage(message(run.stop(), found));
        if (!(unit instanceof TaskDefinition task) || endsChain(run.stop())
                || !task.rules().failures().isRetryable(EndReason.CRASHED, RunEnd.UNSEEN, false)
                || !Retries.follows(task.retry(), run.origin().retryAttempt())) {
            return ended;
        }
        return ended.withNextRetryAt(now.plus(Retries.delayAfter(task.retry(), run.origin().retryAttempt())));
    }

    private static boolean endsChain(@Nullable StopOrder stop) {
        return stop != null && RunTransitions.ends(stop);
    }

    private static String message(@Nullable StopOrder stop, @Nullable String found) {
        String pending = stop == null
                ? ""
                : "; it had been told to end before (" + stop.cause().word().replace('_', ' ') + ")";
        String left = found == null ? "nothing of it was found alive" : found;
        return "the daemon died while it ran, so its exit was not seen" + pending + "; " + left;
    }

    private static @Nullable UnitDefinition unit(List<UnitDefinition> units, String name) {
        return units.stream().filter(unit -> unit.name().equals(name)).findFirst().orElse(null);
    }
}
