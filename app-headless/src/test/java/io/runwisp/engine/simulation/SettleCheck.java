package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** With the faults off everything comes to rest: queues empty, services up, no retry that waits, no process that no row names. */
final class SettleCheck extends Check {

    private final Set<String> excused = new HashSet<>();
    private final Set<RunId> awaiting = new LinkedHashSet<>();

    SettleCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.DaemonUp _ -> excused.clear();
            case Happening.Told(var _, EngineMessage.StopUnit(var _, var unit)) -> excused.add(unit);
            case Happening.Told(var _, EngineMessage.StopRun(var _, var run)) -> {
                Run row = ledger.row(run);
                if (row != null) {
                    excused.add(row.taskName());
                }
            }
            case Happening.Durable durable -> durable.changes().forEach(change -> {
                if (change instanceof SaveRun(var run)) {
                    saved(run);
                }
            });
            default -> {
            }
        }
    }

    private void saved(Run run) {
        if (run.end() != null && run.end().reason() == EndReason.START_FAILED) {
            excused.add(run.taskName());
        }
        if (run.nextRetryAt() == null) {
            awaiting.remove(run.id());
        } else {
            awaiting.add(run.id());
        }
    }

    /** What is not at rest. */
    List<String> unrest(Moment now) {
        List<String> unrest = new ArrayList<>();
        if (!ledger.up) {
            unrest.add("the daemon is down at " + now);
            return unrest;
        }
        ledger.unfinished()
            .stream()
            .filter(run -> ledger.unit(run.taskName()) == null)
            .forEach(run -> unrest.add("of a unit that is not configured any more: " + run));
        for (UnitDefinition unit : ledger.units()) {
            List<Run> rows = ledger.unfinished(unit.name());
            switch (unit) {
                case TaskDefinition _ -> rows.forEach(run -> unrest.add(run.outcome() + ": " + run));
                case ServiceDefinition service -> service(service, rows, unrest);
            }
        }
        awaiting.forEach(id -> unrest.add("waits for its retry: " + ledger.row(id)));
        ledger.machine.runs()
            .stream()
            .filter(ledger.machine::executes)
            .filter(this::isNameless)
            .forEach(id -> unrest.add("lives, but its row does not: " + ledger.row(id)));
        return unrest;
    }

    private boolean isNameless(RunId id) {
        Run row = ledger.row(id);
        return row == null || row.phase() != RunPhase.RUNNING;
    }

    private void service(ServiceDefinition service, List<Run> rows, List<String> unrest) {
        rows.stream().filter(run -> run.phase() == RunPhase.PENDING).forEach(run -> unrest.add("waits: " + run));
        if (service.autostart() && service.rules().timeout().isZero() && service.restart() == RestartPolicy.ALWAYS
                && !excused.contains(service.name())) {
            long up = rows.stream().filter(run -> ledger.machine.executes(run.id())).count();
            if (up != service.instances()) {
                unrest.add(up + " of " + service.instances() + " replicas of " + service.name() + " are up");
            }
        }
    }
}
