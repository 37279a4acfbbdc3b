package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect.Answer;
import io.runwisp.engine.EngineEffect.Reloaded;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.ReloadPlan;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EventKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A reload says exactly which units it adds, removes and changes, is answered, and is recorded once; a dry run is not recorded. */
final class ReloadCheck extends Check {

    private static final Duration SLACK = Duration.ofSeconds(30);

    private record Asked(EngineMessage.ReplaceUnits request, Map<String, UnitDefinition> before) {
    }

    private final Map<Long, Asked> asked = new HashMap<>();
    private final Map<Long, Long> due = new HashMap<>();
    private int taken;
    private int recorded;

    ReloadCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var at, EngineMessage.ReplaceUnits request) -> {
                asked.put(request.ticket(), new Asked(request, ledger.former()));
                due.put(request.ticket(), at.nanos() + SLACK.toNanos());
            }
            case Happening.Wanted(var _, Answer(var ticket, var result)) -> {
                Asked reload = asked.remove(ticket);
                due.remove(ticket);
                if (reload != null && result instanceof Reloaded(var plan)) {
                    answered(reload, plan);
                }
            }
            case Happening.Durable(var _, var changes, var _) -> changes.forEach(this::written);
            case Happening.DaemonKilled _ -> {
                asked.clear();
                due.clear();
            }
            default -> {
            }
        }
    }

    private void answered(Asked reload, ReloadPlan plan) {
        Map<String, UnitDefinition> after = new TreeMap<>();
        reload.request().units().forEach(unit -> after.put(unit.name(), unit));
        Map<String, UnitDefinition> before = reload.before();
        Set<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        Set<String> changed = new TreeSet<>();
        after.forEach((name, unit) -> {
            if (before.containsKey(name) && !unit.equals(before.get(name))) {
                changed.add(name);
            }
        });
        List<String> told = plan.changed().stream().map(ReloadPlan.Change::name).toList();
        if (!List.copyOf(added).equals(plan.added()) || !List.copyOf(removed).equals(plan.removed())
                || !List.copyOf(changed).equals(told) || !changed.containsAll(plan.restarts())) {
            throw violation("added are " + added + ", removed " + removed + ", changed " + changed + ", and it says "
                    + plan);
        }
        if (!reload.request().dryRun()) {
            taken++;
            if (recorded < taken) {
                throw violation("answered before it was on the disk");
            }
        }
    }

    private void written(RunJournalChange change) {
        if (change instanceof AppendEvent event && event.kind().equals(EventKind.CONFIG_RELOADED.word())) {
            recorded++;
        }
    }

    @Override
    void quiet(Moment now) {
        due.forEach((ticket, until) -> {
            if (now.nanos() > until && ledger.wellFor(now, SLACK.toNanos())) {
                throw violation("nobody answers the reload " + ticket);
            }
        });
    }
}
