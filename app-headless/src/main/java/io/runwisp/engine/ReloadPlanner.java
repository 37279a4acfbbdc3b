package io.runwisp.engine;

import io.runwisp.engine.ReloadPlan.Change;
import io.runwisp.engine.ReloadPlan.Dropped;
import io.runwisp.engine.ReloadPlan.Effect;
import io.runwisp.engine.ReloadPlan.Next;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.OverlapPolicy;
import io.runwisp.schedule.EverySchedule;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what a reload does. Pure: definitions and standings in, plan out; {@link Reload} carries out what it says. */
final class ReloadPlanner {

    /** How many slots are shown before and after. */
    private static final int SHOWN = 3;
    /** How many slots are looked at for them: some may not run. */
    private static final int LOOKED_AT = 50;

    private final Map<String, UnitDefinition> before;
    private final Map<String, UnitDefinition> after;
    private final Map<String, UnitStanding> standings;
    private final Instant now;

    private ReloadPlanner(Map<String, UnitDefinition> before, Map<String, UnitDefinition> after,
            Map<String, UnitStanding> standings, Instant now) {
        this.before = new TreeMap<>(before);
        this.after = new TreeMap<>(after);
        this.standings = standings;
        this.now = now;
    }

    /**
     * What happens when units take the place of others.
     *
     * @param touched units that change in what the engine does not know
     */
    static ReloadPlan plan(Map<String, UnitDefinition> before, Map<String, UnitDefinition> after, Set<String> touched,
            Map<String, UnitStanding> standings, Instant now) {
        return new ReloadPlanner(before, after, standings, now).plan(touched);
    }

    /** Whether the replicas of a service cannot go on as they are. */
    static boolean recycles(ServiceDefinition old, ServiceDefinition changed) {
        return !changed.rules().command().equals(old.rules().command())
                || !changed.rules().secrets().equals(old.rules().secrets());
    }

    /** Whether those that wait have no line to wait in any more. */
    static boolean losesLine(TaskDefinition old, TaskDefinition changed) {
        return old.onOverlap() == OverlapPolicy.QUEUE && changed.onOverlap() != OverlapPolicy.QUEUE;
    }

    private ReloadPlan plan(Set<String> touched) {
        List<String> added = after.keySet().stream().filter(name -> !before.containsKey(name)).toList();
        List<String> removed = before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
        List<Change> changed = new ArrayList<>();
        List<String> restarts = new ArrayList<>();
        after.forEach((name, unit) -> {
            UnitDefinition old = before.get(name);
            if (old != null && (!unit.equals(old) || touched.contains(name))) {
                changed.add(new Change(name, effect(old, unit)));
                if (old.kind() == unit.kind() && effect(old, unit) == Effect.RESTART) {
                    restarts.add(name);
                }
            }
        });
        return new ReloadPlan(added, removed, changed, restarts, dropped(), next());
    }

    private Effect effect(UnitDefinition old, UnitDefinition changed) {
        if (old instanceof TaskDefinition one && changed instanceof TaskDefinition other) {
            boolean sameRun = one.rules().equals(other.rules()) && one.params().equals(other.params());
            return sameRun ? Effect.LIVE : Effect.NEXT_RUN;
        }
        if (old instanceof ServiceDefinition one && changed instanceof ServiceDefinition other) {
            return recycles(one, other) && standing(old.name()).awake() ? Effect.RESTART : Effect.LIVE;
        }
        return Effect.RESTART;
    }

    private List<Dropped> dropped() {
        List<Dropped> all = new ArrayList<>();
        before.forEach((name, old) -> {
            if (old instanceof TaskDefinition task) {
                UnitStanding standing = standing(name);
                int waiting = standing.waiting();
                long retries = standing.retries().size();
                if (after.get(name) instanceof TaskDefinition changed) {
                    waiting = losesLine(task, changed) ? waiting : 0;
                    retries = standing.retries().stream().filter(n -> !Retries.follows(changed.retry(), n)).count();
                }
                if (waiting > 0) {
                    all.add(new Dropped(name, false, waiting));
                }
                if (retries > 0) {
                    all.add(new Dropped(name, true, (int) retries));
                }
            }
        });
        return all;
    }

    private List<Next> next() {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Next> all = new ArrayList<>();
        for (String name : names) {
            TaskDefinition old = before.get(name) instanceof TaskDefinition task ? task : null;
            TaskDefinition changed = after.get(name) instanceof TaskDefinition task ? task : null;
            if (!sameRhythm(old, changed)) {
                List<Instant> was = slots(old, standing(name).intervalBegan());
                List<Instant> will = slots(changed, null);
                if (!was.equals(will)) {
                    all.add(new Next(name, was, will));
                }
            }
        }
        return all;
    }

    private static boolean sameRhythm(@Nullable TaskDefinition old, @Nullable TaskDefinition changed) {
        Schedule was = old == null ? null : old.schedule();
        Schedule will = changed == null ? null : changed.schedule();
        if (was == null || will == null || old == null || changed == null) {
            return was == null && will == null;
        }
        return was.equals(will) && old.zone().equals(changed.zone());
    }

    private List<Instant> slots(@Nullable TaskDefinition task, @Nullable Instant intervalBegan) {
        Schedule schedule = task == null ? null : task.schedule();
        List<Instant> slots = new ArrayList<>();
        if (task == null || schedule == null) {
            return slots;
        }
        Instant from = schedule instanceof EverySchedule && intervalBegan != null ? intervalBegan : now;
        Slot slot = schedule.next(from, task.zone());
        for (int i = 0; i < LOOKED_AT && slot != null && slots.size() < SHOWN; i++) {
            if (slot.runs() && slot.at().isAfter(now)) {
                slots.add(slot.at());
            }
            slot = schedule.next(slot.at(), task.zone());
        }
        return slots;
    }

    private UnitStanding standing(String unit) {
        return standings.getOrDefault(unit, UnitStanding.NONE);
    }
}
