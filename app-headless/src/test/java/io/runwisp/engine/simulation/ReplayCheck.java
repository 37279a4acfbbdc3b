package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.Trigger;
import io.runwisp.schedule.EverySchedule;
import java.time.Duration;
import java.util.List;

/** What is on the disk is what the engine knows: another one that began with it now would find nothing left to do. */
final class ReplayCheck extends Check {

    private static final Duration EACH = Duration.ofHours(1);
    private static final Duration SINCE_A_STEP = Duration.ofMinutes(1);

    private long next = EACH.toNanos();

    ReplayCheck(Ledger ledger) {
        super(ledger);
    }

    /** Whether it is time, and nothing is under way that another engine could not know of. */
    boolean wants(Moment now, long wakeAt) {
        if (now.nanos() < next || !ledger.unfinished().isEmpty() || ledger.slow
                || !ledger.wellFor(now, SINCE_A_STEP.toNanos())
                || now.nanos() - SINCE_A_STEP.toNanos() < ledger.clockMovedAt
                || wakeAt - now.nanos() < Duration.ofSeconds(1).toNanos()) {
            return false;
        }
        next = now.nanos() + EACH.toNanos();
        return true;
    }

    /** Another engine has begun with what is on the disk, and wants this. */
    void begun(List<EngineEffect> effects) {
        for (EngineEffect effect : effects) {
            if (effect instanceof WriteJournal(var _, var changes)) {
                changes.forEach(change -> mustBeNew(change, effects));
            }
        }
    }

    private boolean isInterval(Run run) {
        TaskDefinition task = ledger.task(run.taskName());
        return task != null && task.schedule() instanceof EverySchedule;
    }

    private void mustBeNew(RunJournalChange change, List<EngineEffect> effects) {
        // An interval is measured by one clock while the engine lives, and by the other one after a start.
        if (change instanceof SaveRun(var run) && !(isInterval(run) && ledger.clockMovedAt > Long.MIN_VALUE)
                && run.origin().trigger() != Trigger.SERVICE
                && run.origin().trigger() != Trigger.STARTUP) {
            throw violation("an engine that began now would write " + run + " and want " + effects);
        }
    }
}
