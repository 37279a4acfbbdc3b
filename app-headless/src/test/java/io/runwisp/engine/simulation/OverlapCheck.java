package io.runwisp.engine.simulation;

import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.util.List;
import java.util.stream.Stream;

/** Never more live runs than the policy allows, processes of dead daemons included. */
final class OverlapCheck extends Check {

    OverlapCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.Began(var _, var id, var _)) {
            Run row = ledger.row(id);
            if (row != null) {
                List<Run> live = ledger.machine.runs()
                    .stream()
                    .filter(ledger.machine::executes)
                    .flatMap(this::row)
                    .filter(other -> rivals(row, other))
                    .toList();
                limit(row, live, "processes");
            }
        }
        if (happening instanceof Happening.Durable durable) {
            durable.changes().forEach(change -> {
                if (change instanceof SaveRun(var run) && run.phase() == RunPhase.RUNNING) {
                    limit(run, ledger.unfinished(run.taskName())
                        .stream()
                        .filter(other -> other.phase() == RunPhase.RUNNING && rivals(run, other))
                        .toList(), "rows");
                }
            });
        }
    }

    private Stream<Run> row(RunId id) {
        return Stream.ofNullable(ledger.row(id));
    }

    private static boolean rivals(Run one, Run other) {
        return one.taskName().equals(other.taskName()) && one.replicaIndex() == other.replicaIndex();
    }

    private void limit(Run run, List<Run> live, String what) {
        TaskDefinition task = ledger.task(run.taskName());
        int most = task == null ? 1 : task.parallelism();
        if (live.size() > most) {
            throw violation(live.size() + " live " + what + " where " + most + " may be: " + live);
        }
    }
}
