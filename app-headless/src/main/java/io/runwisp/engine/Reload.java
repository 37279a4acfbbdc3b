package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    Reload(EngineTools tools, Map<String, TaskDesk> tasks, Services services, Registrations registrations,
            Schedules schedules, JitterDesk jitter) {
        this.tools = tools;
        this.tasks = tasks;
        this.services = services;
        this.registrations = registrations;
        this.schedules = schedules;
        this.jitter = jitter;
    }

    void replace(long ticket, List<UnitDefinition> units, Moment now) {
        if (tools.stopping()) {
            tools.outbox().reject(ticket, Reason.STOPPING, "the daemon ends, so the configuration stays as it is");
            return;
        }
        if (tools.outbox().stalled()) {
            tools.outbox()
                .reject(ticket, Reason.STALLED,
                        "the journal cannot be written, so the configuration stays as it is until it can");
            return;
        }
        Map<String, UnitDefinition> before = present();
        Map<String, UnitDefinition> after = new TreeMap<>();
        units.forEach(unit -> after.put(unit.name(), unit));
        List<RunJournalChange> changes = new ArrayList<>();
        Map<String, String> told = new LinkedHashMap<>();
        before.forEach((name, old) -> {
            UnitDefinition changed = after.get(name);
            if (changed == null || changed.kind() != old.kind()) {
                leave(old, now);
                changes.add(new RunJournalChange.CloseFact(FactKind.UNIT_PRESENT, name, now.wall()));
                told.put(name, "removed");
            }
        });
        after.forEach((name, unit) -> {
            UnitDefinition old = before.get(name);
            if (old == null || old.kind() != unit.kind()) {
                changes.add(new RunJournalChange.OpenFact(FactKind.UNIT_PRESENT, name, now.wall(), ""));
                told.put(name, "added");
            } else if (!unit.equals(old)) {
                told.put(name, "changed");
            }
        });
        changes.addAll(registrations.present(List.copyOf(after.keySet()), now.wall()));
        changes.add(Facts.configuration(List.copyOf(after.keySet()), now.wall()));
        told.forEach((name, what) -> changes.add(
                tools.outbox().event("unit.updated", now.wall(), name, what)));
        tools.outbox().write(changes);
        told.forEach((name, what) -> {
            UnitDefinition unit = after.get(name);
            if (unit != null) {
                take(unit, now);
            }
        });
        jitter.place(tasks.values().stream().map(TaskDesk::definition).toList(), now);
        tools.outbox().answer(ticket, new EngineEffect.Accepted(summary(told, after.size())));
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
                .narrate(EngineEffect.Narrate.Level.WARN, "task " + task.name()
                        + " is not paused any more: as it is configured now, it cannot be");
        }
        if (task.schedule() == null) {
            schedules.forget(task.name());
            tools.outbox().write(List.of(new RunJournalChange.DropWatermark(task.name())));
        } else {
            schedules.planOnly(task.name(), now);
        }
    }

    private static String summary(Map<String, String> told, int all) {
        long added = told.values().stream().filter("added"::equals).count();
        long removed = told.values().stream().filter("removed"::equals).count();
        long changed = told.values().stream().filter("changed"::equals).count();
        return added + " added, " + removed + " removed, " + changed + " changed, " + (all - added - changed)
                + " untouched";
    }
}
