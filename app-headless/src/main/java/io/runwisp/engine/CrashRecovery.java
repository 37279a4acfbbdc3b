package io.runwisp.engine;

import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.RetryRule;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunPhase;
import io.runwisp.model.StopCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the runs that a dead daemon left: nobody saw them end, so they are crashed; those that have attempts left are tried again. Pure. To be
 * called when nothing of them lives any more.
 */
public final class CrashRecovery {

    private final Map<String, UnitDefinition> units;
    private final EventText texts;

    /** Recovery under these definitions. */
    public CrashRecovery(List<UnitDefinition> units, EventText texts) {
        this.units = units.stream().collect(Collectors.toMap(UnitDefinition::name, Function.identity()));
        this.texts = texts;
    }

    /** The changes that close these runs; those that had not been started are left as they are. */
    public List<RunJournalChange> close(List<Run> left, Instant now) {
        List<RunJournalChange> changes = new ArrayList<>();
        for (Run run : left) {
            if (run.phase() == RunPhase.RUNNING) {
                Run crashed = crashed(run, now);
                changes.add(new SaveRun(crashed));
                changes.add(new AppendEvent(EventKind.RUN_FAILED.word(), now,
                        texts.ofRun(crashed, crashed.message())));
            }
        }
        return changes;
    }

    private Run crashed(Run run, Instant now) {
        UnitDefinition unit = units.get(run.taskName());
        boolean failure = unit == null || unit.rules().failures().isFailure(EndReason.CRASHED, RunEnd.UNSEEN, false);
        return run.withEnd(new RunEnd(now, EndReason.CRASHED, RunEnd.UNSEEN, failure, null, null))
            .withMessage(message(run))
            .withNextRetryAt(retryAt(run, unit, now));
    }

    private static String message(Run run) {
        String text = run.start() != null && run.start().process() == null
                ? "The daemon died before it had started the process."
                : "The daemon died while it ran, so nobody saw how it ended.";
        return run.stop() == null
                ? text
                : text + " It had been told to end (" + run.stop().cause().word() + ").";
    }

    private static @Nullable Instant retryAt(Run run, @Nullable UnitDefinition unit, Instant now) {
        if (!(unit instanceof TaskDefinition task) || isUnwanted(run)
                || !task.rules().failures().isRetryable(EndReason.CRASHED, RunEnd.UNSEEN, false)) {
            return null;
        }
        RetryRule retry = task.retry();
        int next = run.origin().retryAttempt() + 1;
        return next > retry.attempts() ? null : now.plus(retry.backoff().before(next));
    }

    /** Whether somebody had decided that this run, and with it its chain, is to end. */
    private static boolean isUnwanted(Run run) {
        return run.stop() != null
                && (run.stop().cause() == StopCause.MANUAL || run.stop().cause() == StopCause.OVERLAP);
    }
}
