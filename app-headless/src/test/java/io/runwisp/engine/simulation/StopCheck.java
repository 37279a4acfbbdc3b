package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.Accepted;
import io.runwisp.engine.EngineEffect.Answer;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every stop that was accepted leads to an end in time, and a service that was stopped stays so. */
final class StopCheck extends Check {

    /** Beyond the grace: closing the pipes that somebody else holds, and the disk. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final Map<Long, EngineMessage.Request> asked = new HashMap<>();
    private final Map<RunId, Long> due = new LinkedHashMap<>();
    private final Map<String, Set<RunId>> parked = new HashMap<>();

    StopCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var _, EngineMessage.Request request) -> asked.put(request.ticket(), request);
            case Happening.Wanted(var at, Answer(var ticket, Accepted _)) -> {
                EngineMessage.Request request = asked.remove(ticket);
                if (request != null) {
                    accepted(request, at);
                }
            }
            case Happening.DaemonKilled _ -> {
                asked.clear();
                due.clear();
                parked.clear();
            }
            case Happening.Began(var _, var id, var _) -> {
                Run row = ledger.row(id);
                Set<RunId> old = row == null ? null : parked.get(row.taskName());
                if (old != null && !old.contains(id)) {
                    throw violation("started although the service was stopped: " + row);
                }
            }
            default -> {
            }
        }
    }

    private void accepted(EngineMessage.Request request, Moment at) {
        switch (request) {
            case EngineMessage.StopRun(var _, var run) -> expect(run, at);
            case EngineMessage.StopUnit(var _, var unit) -> {
                List<Run> rows = ledger.unfinished(unit);
                rows.forEach(run -> expect(run.id(), at));
                if (ledger.service(unit) != null) {
                    parked.put(unit, new HashSet<>(rows.stream().map(Run::id).toList()));
                }
            }
            case EngineMessage.StartService(var _, var service, var _) -> parked.remove(service);
            case EngineMessage.RestartService(var _, var service, var _) -> parked.remove(service);
            default -> {
            }
        }
    }

    private void expect(RunId id, Moment at) {
        Run row = ledger.row(id);
        UnitDefinition unit = row == null ? null : ledger.unit(row.taskName());
        if (unit != null) {
            due.putIfAbsent(id, at.nanos() + unit.rules().grace().plus(SLACK).toNanos());
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
                throw violation("stopped, and still not over: " + row);
            }
            return false;
        });
    }
}
