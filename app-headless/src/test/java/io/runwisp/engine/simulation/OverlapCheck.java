package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Never more live runs than the policy allows, processes of dead daemons included. */
final class OverlapCheck extends Check {

    /** How long a run that was under way when fewer were allowed may take to be there. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    /** For tasks that a reload allows fewer runs than before: how many there may still be. */
    private final Map<String, Integer> before = new HashMap<>();

    OverlapCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var _, EngineMessage.ReplaceUnits request) when ledger.takes(request) ->
                ledger.former().forEach((name, old) -> {
                    if (old instanceof TaskDefinition task && !old.equals(ledger.unit(name))) {
                        before.merge(name, task.parallelism(), Math::max);
                    }
                });
            case Happening.DaemonUp _ -> before.clear();
            default -> {
            }
        }
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

    @Override
    void quiet(Moment now) {
        before.keySet().removeIf(name -> {
            TaskDefinition task = ledger.task(name);
            return task != null && ledger.wellFor(now, UNDER_WAY.toNanos())
                    && now.since(ledger.since(name).nanos()).compareTo(UNDER_WAY) > 0
                    && ledger.unfinished(name)
                        .stream()
                        .filter(run -> run.phase() == RunPhase.RUNNING)
                        .count() <= task.parallelism();
        });
    }

    private Stream<Run> row(RunId id) {
        return Stream.ofNullable(ledger.row(id));
    }

    private static boolean rivals(Run one, Run other) {
        return one.taskName().equals(other.taskName()) && one.replicaIndex() == other.replicaIndex();
    }

    private void limit(Run run, List<Run> live, String what) {
        TaskDefinition task = ledger.task(run.taskName());
        int now = task == null ? 1 : task.parallelism();
        int most = Math.max(now, before.getOrDefault(run.taskName(), 0));
        if (live.size() > most) {
            throw violation(live.size() + " live " + what + " where " + most + " may be: " + live);
        }
    }
}
