package io.runwisp.engine.simulation;

import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunStart;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row only goes forward, and is over once. */
final class RowCheck extends Check {

    private static final Set<EndReason> NEVER_RAN = EnumSet.of(EndReason.SKIPPED, EndReason.QUEUE_FULL,
            EndReason.MISSED, EndReason.DST_SKIPPED);

    private final Map<RunId, Run> known = new HashMap<>();

    RowCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.Durable durable) {
            durable.changes().forEach(change -> {
                if (change instanceof SaveRun(var run)) {
                    follows(known.put(run.id(), run), run);
                }
            });
        }
    }

    private void follows(@Nullable Run before, Run after) {
        RunEnd end = after.end();
        if (end != null) {
            ended(after, end);
        }
        if (before == null) {
            return;
        }
        RunStart start = before.start();
        RunStart started = after.start();
        if (!before.origin().equals(after.origin()) || !before.taskName().equals(after.taskName())
                || before.replicaIndex() != after.replicaIndex()) {
            throw violation("its origin changed: " + before + " -> " + after);
        }
        if (before.end() != null && !before.end().equals(end)) {
            throw violation("it was over already: " + before + " -> " + after);
        }
        if (start != null && (started == null || !start.at().equals(started.at())
                || start.process() != null && !start.process().equals(started.process()))) {
            throw violation("its start changed: " + before + " -> " + after);
        }
    }

    private void ended(Run run, RunEnd end) {
        if (NEVER_RAN.contains(end.reason()) && (run.start() != null || end.exitCode() != RunEnd.NEVER_STARTED)) {
            throw violation("it ran, and it did not run: " + run);
        }
        if ((end.reason() == EndReason.CRASHED) != (end.exitCode() == RunEnd.UNSEEN)) {
            throw violation("crashed is what nobody saw exit, and only that: " + run);
        }
        if (end.reason() == EndReason.SUCCESS && end.failure()) {
            throw violation("a success that is a failure: " + run);
        }
    }
}
