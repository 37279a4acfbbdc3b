package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.LaunchProcess;
import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.ProcessLauncher.Launch;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is launched is what is configured now; what a reload ends has ended in time, and nothing else is ended by it. */
final class ChangeCheck extends Check {

    /** Beyond the grace: closing the pipes that somebody else holds, and the disk. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final Map<RunId, Integer> places = new HashMap<>();
    private final Map<RunId, Long> due = new LinkedHashMap<>();
    /** For each service the place from which on replicas were ended by a reload. */
    private final Map<String, Integer> ended = new HashMap<>();
    /** Tasks whose runs in line were ended by a reload. */
    private final Set<String> emptied = new HashSet<>();

    ChangeCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var at, EngineMessage.ReplaceUnits request) when ledger.takes(request) ->
                ledger.former().forEach((name, old) -> replaced(old, ledger.unit(name), at));
            case Happening.Wanted(var _, WriteJournal(var _, var changes)) -> changes.forEach(change -> {
                if (change instanceof SaveRun(var run)) {
                    places.put(run.id(), run.replicaIndex());
                }
            });
            case Happening.Wanted(var _, LaunchProcess(var launch)) -> launched(launch);
            case Happening.Durable(var _, var changes, var _) -> changes.forEach(change -> {
                if (change instanceof SaveRun(var run) && run.stop() != null
                        && run.stop().cause() == StopCause.RELOAD) {
                    stopped(run);
                }
            });
            case Happening.DaemonKilled _ -> due.clear();
            default -> {
            }
        }
    }

    private void replaced(UnitDefinition old, @Nullable UnitDefinition changed, Moment at) {
        switch (old) {
            case ServiceDefinition service -> {
                int from = changed instanceof ServiceDefinition other
                        ? service.rules().command().equals(other.rules().command()) ? other.instances() : 0
                        : 0;
                if (from < service.instances()) {
                    ended.merge(old.name(), from, Math::min);
                }
                ledger.unfinished(old.name()).forEach(run -> {
                    if (run.replicaIndex() >= from) {
                        due.putIfAbsent(run.id(), at.nanos() + old.rules().grace().plus(SLACK).toNanos());
                    }
                });
            }
            case TaskDefinition task -> {
                boolean keepsLine = changed instanceof TaskDefinition other
                        && (task.onOverlap() != OverlapPolicy.QUEUE || other.onOverlap() == OverlapPolicy.QUEUE);
                if (!keepsLine) {
                    emptied.add(old.name());
                }
            }
        }
    }

    private void launched(Launch launch) {
        UnitDefinition unit = ledger.unit(launch.log().unit());
        if (unit == null) {
            throw violation("launched, but its unit is not configured any more: " + launch);
        }
        if (!unit.rules().command().script().equals(launch.command().script())) {
            throw violation("launched as it was configured before, and it is " + unit.rules().command() + ": "
                    + launch);
        }
        if (unit instanceof ServiceDefinition service
                && places.getOrDefault(launch.run(), 0) >= service.instances()) {
            throw violation("launched, but there are " + service.instances() + " replicas: " + launch);
        }
    }

    /** Runs of a task that have begun go on, whatever becomes of the task. */
    private void stopped(Run run) {
        Integer from = ended.get(run.taskName());
        boolean replica = from != null && run.replicaIndex() >= from;
        boolean inLine = emptied.contains(run.taskName()) && run.start() == null;
        if (!replica && !inLine) {
            throw violation("ended by a reload that is none of its business: " + run);
        }
    }

    @Override
    void quiet(Moment now) {
        due.entrySet().removeIf(entry -> {
            Run row = ledger.row(entry.getKey());
            if (row == null || row.phase() == RunPhase.ENDED) {
                return true;
            }
            if (now.nanos() > entry.getValue() && ledger.wellFor(now, SLACK.toNanos())) {
                throw violation("is to be ended by a reload, and still not over: " + row);
            }
            return false;
        });
    }
}
