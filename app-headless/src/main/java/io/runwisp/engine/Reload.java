package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts other units in the place of those that are: what did not change goes on undisturbed. */
final class Reload {

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks;
    private final Map<String, TaskDesk> leaving = new TreeMap<>();
    private final Services services;
    private final Registrations registrations;
    private final Schedules schedules;
    private final JitterDesk jitter;
    private final Shutdown shutdown;

    Reload(EngineTools tools, Map<String, TaskDesk> tasks, Services services, Registrations registrations,
            Schedules schedules, JitterDesk jitter, Shutdown shutdown) {
        this.tools = tools;
        this.tasks = tasks;
        this.services = services;
        this.registrations = registrations;
        this.schedules = schedules;
        this.jitter = jitter;
        this.shutdown = shutdown;
    }

    void replace(EngineMessage.ReplaceUnits asked, Moment now) {
        if (tools.stopping()) {
            tools.outbox()
                .reject(asked.ticket(), Reason.STOPPING, "the daemon ends, so the configuration stays as it is");
            return;
        }
        if (tools.outbox().stalled() && !asked.dryRun()) {
            tools.outbox()
                .reject(asked.ticket(), Reason.STALLED,
                        "the journal cannot be written, so the configuration stays as it is until it can");
            return;
        }
        Map<String, UnitDefinition> before = present();
        Map<String, UnitDefinition> after = new TreeMap<>();
        asked.units().forEach(unit -> after.put(unit.name(), unit));
        ReloadPlan plan = ReloadPlanner.plan(before, after, asked.touched().keySet(), standings(), now.wall());
        if (asked.dryRun()) {
            tools.outbox().answer(asked.ticket(), new EngineEffect.Reloaded(plan));
        } else {
            // All of it is on the disk together, or nothing of it.
            tools.outbox().together(() -> carryOut(asked, plan, before, after, now));
        }
    }

    private void carryOut(EngineMessage.ReplaceUnits asked, ReloadPlan plan, Map<String, UnitDefinition> before,
            Map<String, UnitDefinition> after, Moment now) {
        if (asked.rules() != null) {
            shutdown.ceiling(asked.rules().shutdownTimeout());
            tools.runs().dieWithDaemon(asked.rules().killChildrenOnCrash());
        }
        write(asked, plan, before, after, now);
        before.forEach((name, old) -> {
            UnitDefinition changed = after.get(name);
            if (changed == null || changed.kind() != old.kind()) {
                leave(old, now);
            }
        });
        after.forEach((name, unit) -> {
            if (!unit.equals(before.get(name))) {
                take(unit, now);
            }
        });
        jitter.place(tasks.values().stream().map(TaskDesk::definition).toList(), now);
    }

    private void write(EngineMessage.ReplaceUnits asked, ReloadPlan plan, Map<String, UnitDefinition> before,
            Map<String, UnitDefinition> after, Moment now) {
        List<RunJournalChange> changes = new ArrayList<>();
        plan.removed()
            .forEach(name -> changes.add(new RunJournalChange.CloseFact(FactKind.UNIT_PRESENT, name, now.wall())));
        plan.added()
            .forEach(name -> changes.add(new RunJournalChange.OpenFact(FactKind.UNIT_PRESENT, name, now.wall(), "")));
        plan.changed()
            .stream()
            .map(ReloadPlan.Change::name)
            .filter(name -> kindDiffers(before, after, name))
            .forEach(name -> changes.add(new RunJournalChange.CloseFact(FactKind.PAUSED, name, now.wall())));
        changes.addAll(registrations.present(List.copyOf(after.keySet()), now.wall()));
        changes.add(Facts.configuration(List.copyOf(after.keySet()), now.wall()));
        plan.removed().forEach(name -> changes.add(updated(name, "removed", now)));
        plan.added().forEach(name -> changes.add(updated(name, "added", now)));
        plan.changed().forEach(change -> {
            String what = asked.touched().get(change.name());
            changes.add(updated(change.name(), what == null ? "changed" : "changed: " + what, now));
        });
        String summary = plan.summary(after.size());
        changes.add(tools.outbox().event(EventKind.CONFIG_RELOADED, now.wall(), "", summary));
        EngineEffect.Reloaded answer = new EngineEffect.Reloaded(plan);
        tools.outbox().write(changes, new Outbox.Receipt() {
            @Override
            public void committed(Moment later) {
                tools.outbox().answer(asked.ticket(), answer);
            }

            @Override
            public void refused(String reason, Moment later) {
                tools.outbox()
                    .narrate(Level.ERROR, "the configuration was taken, but that could not be recorded: " + reason);
                tools.outbox().answer(asked.ticket(), answer);
            }
        });
    }

    private static boolean kindDiffers(Map<String, UnitDefinition> before, Map<String, UnitDefinition> after,
            String name) {
        UnitDefinition old = before.get(name);
        UnitDefinition unit = after.get(name);
        return old != null && unit != null && old.kind() != unit.kind();
    }

    private RunJournalChange updated(String unit, String what, Moment now) {
        return tools.outbox().event("unit.updated", now.wall(), unit, what);
    }

    private Map<String, UnitStanding> standings() {
        Map<String, UnitStanding> standings = new TreeMap<>();
        tasks.forEach((name, task) -> standings.put(name, task.standing(schedules.countedFrom(name))));
        services.all()
            .forEach(service -> standings.put(service.definition().name(),
                    new UnitStanding(0, List.of(), service.awake(),
                            null)));
        return standings;
    }

    private Map<String, UnitDefinition> present() {
        Map<String, UnitDefinition> present = new TreeMap<>();
        tasks.values().forEach(task -> present.put(task.definition().name(), task.definition()));
        services.all().forEach(service -> present.put(service.definition().name(), service.definition()));
        return present;
    }

    private void leave(UnitDefinition unit, Moment now) {
        switch (unit) {
            case TaskDefinition task -> {
                TaskDesk desk = tasks.remove(task.name());
                schedules.forget(task.name());
                leaving.values().removeIf(TaskDesk::idle);
                if (desk != null) {
                    desk.leave(now);
                    leaving.put(task.name(), desk);
                }
            }
            case ServiceDefinition service -> services.leave(service.name(), now);
        }
    }

    private void take(UnitDefinition unit, Moment now) {
        switch (unit) {
            case TaskDefinition task -> take(task, now);
            case ServiceDefinition service -> {
                ServiceDesk desk = services.find(service.name());
                if (desk == null) {
                    services.join(service, now);
                } else {
                    desk.become(service, now);
                }
            }
        }
    }

    private void take(TaskDefinition task, Moment now) {
        TaskDesk desk = tasks.get(task.name());
        if (desk == null) {
            // What is left of one with its name still occupies its places.
            TaskDesk old = leaving.remove(task.name());
            desk = old == null ? new TaskDesk(task, tools, jitter) : old;
            tasks.put(task.name(), desk);
        }
        desk.become(task, now);
        if (registrations.isPaused(task.name()) && (task.schedule() == null || !task.apiTrigger())) {
            tools.outbox()
                .write(List.of(registrations.resume(task.name(), now.wall()),
                        new RunJournalChange.CloseFact(FactKind.PAUSED, task.name(), now.wall())));
            tools.outbox()
                .narrate(Level.WARN, "task " + task.name()
                        + " is not paused any more: as it is configured now, it cannot be");
        }
        if (task.schedule() == null) {
            schedules.forget(task.name());
            tools.outbox().write(List.of(new RunJournalChange.DropWatermark(task.name())));
        } else {
            schedules.planOnly(task.name(), now);
        }
    }
}
