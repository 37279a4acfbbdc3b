package io.runwisp.cli.remote;

import io.runwisp.client.DaemonApi;
import io.runwisp.client.RunQuery;
import io.runwisp.model.RunFilter;
import io.runwisp.model.UnitKind;
import io.runwisp.view.run.RunRow;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run whose log is wanted.
 *
 * @param label whose lines these are
 * @param service whether it belongs to a service
 */
record LogSource(String unit, String run, String label, boolean service) {

    /** The runs that targets stand for: of a unit the newest that was started, of each replica. */
    static List<LogSource> of(DaemonApi daemon, Targets targets) {
        List<LogSource> sources = new ArrayList<>();
        for (TaskResponse unit : targets.units()) {
            boolean service = unit.kind().equals(UnitKind.SERVICE.word());
            Map<Integer, Run> newest = new TreeMap<>();
            for (Run run : daemon.runs(RunQuery.newest(RunFilter.ofTask(unit.name()))).runs()) {
                if (run.startAt() != null && run.replicaIndex() < Math.max(1, unit.now().replicas().size())) {
                    newest.putIfAbsent(run.replicaIndex(), run);
                }
            }
            newest.values().forEach(run -> sources.add(of(run, service)));
        }
        for (String id : targets.runs()) {
            sources.add(of(daemon.run(id), false));
        }
        return sources;
    }

    private static LogSource of(Run run, boolean service) {
        return new LogSource(run.taskName(), run.id(), RunRow.label(run.taskName(), run.replicaIndex()), service);
    }

    /** What its lines begin with among others. */
    String prefix(boolean mixed) {
        return mixed ? label + " | " : "";
    }
}
