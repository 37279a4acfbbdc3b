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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every stop that was accepted leads to an end in time, and a service that was stopped stays so. */
final class StopCheck extends Check {

    /** Beyond the grace: closing the pipes that somebody else holds, and the disk. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    /** What was asked, and the runs that were not over then: what is asked for after it is none of its business, whenever it is answered. */
    private record Asked(EngineMessage.Request request, Set<RunId> runs) {
    }

    private final Map<Long, Asked> asked = new HashMap<>();
    private final Map<RunId, Long> due = new LinkedHashMap<>();
    private final Map<String, Set<RunId>> parked = new HashMap<>();

    StopCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var _, EngineMessage.ReplaceUnits _) ->
                parked.keySet().removeIf(unit -> ledger.unit(unit) == null);
            case Happening.Told(var _, EngineMessage.Request request) ->
                asked.put(request.ticket(), new Asked(request, runs(request)));
            case Happening.Wanted(var at, Answer(var ticket, Accepted _)) -> {
                Asked order = asked.remove(ticket);
                if (order != null) {
                    accepted(order, at);
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

    private Set<RunId> runs(EngineMessage.Request request) {
        return switch (request) {
            case EngineMessage.StopRun(var _, var run) -> Set.of(run);
            case EngineMessage.StopUnit(var _, var unit) ->
                ledger.unfinished(unit).stream().map(Run::id).collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    private void accepted(Asked order, Moment at) {
        order.runs().forEach(run -> expect(run, at));
        switch (order.request()) {
            case EngineMessage.StopUnit(var _, var unit) when ledger.service(unit) != null ->
                parked.put(unit, order.runs());
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
