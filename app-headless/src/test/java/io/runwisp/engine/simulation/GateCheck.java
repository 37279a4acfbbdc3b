package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.LaunchProcess;
import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.EngineMessage.NotCommitted;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunStart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No process executes before its row is on the disk, none waits behind its gate for a row that nobody writes, and no run is executed twice. */
final class GateCheck extends Check {

    private final Set<RunId> launched = new HashSet<>();
    private final Set<RunId> begun = new HashSet<>();
    private final Map<RunId, Long> comingRows = new HashMap<>();

    GateCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.DaemonKilled _ -> {
                // What waited behind its gate went with the daemon without having executed anything.
                launched.clear();
                comingRows.clear();
            }
            case Happening.Wanted(var _, WriteJournal(long batch, var changes)) -> written(batch, changes);
            case Happening.Told(var _, NotCommitted(long batch, var _)) ->
                comingRows.values().removeIf(coming -> coming == batch);
            case Happening.Wanted(var _, LaunchProcess(var launch)) -> launched(launch.run());
            case Happening.Began began -> began(began);
            default -> {
            }
        }
    }

    private void written(long batch, List<RunJournalChange> changes) {
        for (RunJournalChange change : changes) {
            if (change instanceof SaveRun(var run) && run.phase() == RunPhase.PENDING) {
                comingRows.put(run.id(), batch);
            }
        }
    }

    private void launched(RunId id) {
        Run row = ledger.row(id);
        if (row == null ? !comingRows.containsKey(id) : row.phase() == RunPhase.ENDED) {
            throw violation("launched, and nobody writes its row: " + id + " " + row);
        }
        if (begun.contains(id) || !launched.add(id)) {
            throw violation("launched twice: " + id + " " + row);
        }
    }

    private void began(Happening.Began began) {
        Run row = ledger.row(began.run());
        RunStart start = row == null ? null : row.start();
        if (start == null || !began.process().equals(start.process())) {
            throw violation("executes, but its process is not on the disk: " + began.run() + " " + row);
        }
        if (!begun.add(began.run())) {
            throw violation("executed twice: " + row);
        }
    }
}
