package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.LaunchProcess;
import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.Moment;
import io.runwisp.engine.ProcessLauncher;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.util.HashSet;
import java.util.Set;

/** Who waited first starts first, and no more wait than may. */
final class QueueCheck extends Check {

    /** They wait no more: their process was asked for, or their end is on its way to the disk. */
    private final Set<RunId> outOfLine = new HashSet<>();

    QueueCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.DaemonUp) {
            outOfLine.clear();
        }
        if (happening instanceof Happening.Wanted(var _, WriteJournal(var _, var changes))) {
            for (RunJournalChange change : changes) {
                if (change instanceof SaveRun(var run) && run.phase() == RunPhase.ENDED) {
                    outOfLine.add(run.id());
                }
            }
        }
        if (happening instanceof Happening.Wanted(var _, LaunchProcess(var launch)) && outOfLine.add(launch.run())) {
            first(launch);
        }
    }

    /** One whose row is still on its way comes after all whose rows are there. */
    private void first(ProcessLauncher.Launch launch) {
        TaskDefinition task = ledger.task(launch.log().unit());
        if (task == null || !task.jitter().isZero() || task.onOverlap() != OverlapPolicy.QUEUE) {
            return;
        }
        long place = ledger.row(launch.run()) == null ? Long.MAX_VALUE : ledger.order(launch.run());
        for (Run waiting : ledger.unfinished(task.name())) {
            if (waiting.phase() == RunPhase.PENDING && !outOfLine.contains(waiting.id())
                    && ledger.order(waiting.id()) < place
                    && waiting.origin().createdAt().isBefore(launch.log().createdAt())) {
                throw violation("overtaken: " + waiting + " by " + launch.run());
            }
        }
    }

    @Override
    void quiet(Moment now) {
        for (var unit : ledger.units()) {
            if (unit instanceof TaskDefinition task && task.jitter().isZero()
                    && task.onOverlap() == OverlapPolicy.QUEUE) {
                long waiting = ledger.unfinished(task.name())
                    .stream()
                    .filter(run -> run.phase() == RunPhase.PENDING)
                    .count();
                // Those that are about to start are rows that wait as well, for a moment.
                if (waiting > task.maxQueued() + (long) task.parallelism() * 2) {
                    throw violation(waiting + " runs of " + task.name() + " wait, " + task.maxQueued() + " may");
                }
            }
        }
    }
}
