package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.LaunchProcess;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunStart;
import java.util.HashSet;
import java.util.Set;

/** No process executes before its row is on the disk, and no run is executed twice. */
final class GateCheck extends Check {

    private final Set<RunId> launched = new HashSet<>();
    private final Set<RunId> begun = new HashSet<>();

    GateCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        if (happening instanceof Happening.DaemonKilled) {
            // What waited behind its gate went with the daemon without having executed anything.
            launched.clear();
        }
        if (happening instanceof Happening.Wanted(var _, LaunchProcess(var launch))) {
            Run row = ledger.row(launch.run());
            if (row == null || row.phase() == RunPhase.ENDED) {
                throw violation("launched without a committed row: " + launch.run() + " " + row);
            }
            if (begun.contains(launch.run()) || !launched.add(launch.run())) {
                throw violation("launched twice: " + row);
            }
        }
        if (happening instanceof Happening.Began(var _, var id, var process)) {
            Run row = ledger.row(id);
            RunStart start = row == null ? null : row.start();
            if (start == null || !process.equals(start.process())) {
                throw violation("executes, but its process is not on the disk: " + id + " " + row);
            }
            if (!begun.add(id)) {
                throw violation("executed twice: " + row);
            }
        }
    }
}
