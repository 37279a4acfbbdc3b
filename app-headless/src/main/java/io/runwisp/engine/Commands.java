package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.StopCause;
import io.runwisp.model.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what people and programs ask for, and answers them once. */
final class Commands {

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks;
    private final Services services;
    private final Registrations registrations;
    private final Schedules schedules;
    private final JitterDesk jitter;

    Commands(EngineTools tools, Map<String, TaskDesk> tasks, Services services, Registrations registrations,
            Schedules schedules, JitterDesk jitter) {
        this.tools = tools;
        this.tasks = tasks;
        this.services = services;
        this.registrations = registrations;
        this.schedules = schedules;
        this.jitter = jitter;
    }

    void trigger(EngineMessage.TriggerTask asked, Moment now) {
        TaskDesk task = tasks.get(asked.task());
        if (task == null) {
            unknownOrOther(asked.ticket(), asked.task(), "is a service; start or restart it instead");
            return;
        }
        if (refused(asked.ticket(), task.definition(), asked.trigger())) {
            return;
        }
        switch (Parameters.resolve(task.definition().params(), asked.params())) {
            case Parameters.Refused(var why) -> tools.outbox()
                .reject(asked.ticket(), Reason.BAD_PARAMS, "task " + asked.task() + ": " + why);
            case Parameters.Values(var values) -> {
                task.trigger(new RunOrigin(asked.trigger(), now.wall(), null, 0, null, values, null),
                        List.of(registrations.ran(asked.task(), now.wall())), asked.ticket(), now);
                task.advance(now);
            }
        }
    }

    void stopRun(long ticket, RunId id, Moment now) {
        RunLife life = tools.runs().find(id);
        if (life != null) {
            tools.runs()
                .tell(id, StopOrders.of(StopCause.MANUAL, life.rules(), StopOrders.why(StopCause.MANUAL),
                        !tools.outbox().stalled()), now);
            tools.runs()
                .answerStop(id, ticket, new EngineEffect.Accepted(
                        "run " + id + " of " + life.run().taskName() + " is being stopped"));
            return;
        }
        for (TaskDesk task : tasks.values()) {
            if (task.retries().cancel(id, StopOrders.why(StopCause.MANUAL), now)) {
                accept(ticket, "the retry of run " + id + " of " + task.definition().name() + " is cancelled");
                return;
            }
        }
        tools.outbox()
            .reject(ticket, Reason.UNKNOWN, "run " + id + " is not active: it is over already, or there is none");
    }

    void stopUnit(long ticket, String unit, Moment now) {
        TaskDesk task = tasks.get(unit);
        if (task != null) {
            int count = task.stopAll(StopCause.MANUAL, StopOrders.why(StopCause.MANUAL), now);
            accept(ticket, count == 0
                    ? "nothing of task " + unit + " was running or waiting"
                    : "what runs and waits of task " + unit + " is being stopped; its schedule stays");
        } else if (services.find(unit) != null) {
            services.stop(unit, now);
            changed(unit, "it is being stopped", now);
            accept(ticket, "service " + unit + " is being stopped");
        } else {
            unknownOrOther(ticket, unit, "");
        }
    }

    void startService(EngineMessage.StartService asked, Moment now) {
        long ticket = asked.ticket();
        String service = asked.service();
        ServiceDesk desk = service(ticket, service, asked.by());
        if (desk != null && !desk.hasRoom() && !services.isWaiting(service)) {
            tools.outbox().reject(ticket, Reason.NOT_NOW, "service " + service + " runs already; restart it instead");
        } else if (desk != null) {
            services.start(service, Trigger.API, now);
            changed(service, "it is being started", now);
            accept(ticket, "service " + service + " is being started");
        }
    }

    void restartService(EngineMessage.RestartService asked, Moment now) {
        long ticket = asked.ticket();
        String service = asked.service();
        ServiceDesk desk = service(ticket, service, asked.by());
        if (desk != null) {
            services.restart(service, now);
            changed(service, "it is being started afresh", now);
            accept(ticket, "service " + service + " is being started afresh");
        }
    }

    void pause(long ticket, String name, Moment now) {
        TaskDesk task = scheduled(ticket, name);
        if (task == null) {
            return;
        }
        Instant before = registrations.pausedAt(name);
        if (before != null) {
            accept(ticket, "task " + name + " is paused already, since " + before);
            return;
        }
        schedules.planOnly(name, now);
        for (RunId held : jitter.heldOf(name)) {
            task.stop(held, StopCause.MANUAL, "stopped because the task was paused", now);
        }
        whenWritten(ticket, "task " + name + " is paused: its slots pass without runs", List.of(
                registrations.pause(name, now.wall()),
                new RunJournalChange.OpenFact(FactKind.PAUSED, name, now.wall(), ""),
                tools.outbox().event("unit.updated", now.wall(), name, "paused")));
        schedules.planOnly(name, now);
    }

    void resume(long ticket, String name, Moment now) {
        TaskDesk task = scheduled(ticket, name);
        if (task == null) {
            return;
        }
        if (!registrations.isPaused(name)) {
            accept(ticket, "task " + name + " is not paused");
            return;
        }
        schedules.planOnly(name, now);
        whenWritten(ticket, "task " + name + " is not paused any more; what passed meanwhile is not caught up", List.of(
                registrations.resume(name, now.wall()),
                new RunJournalChange.CloseFact(FactKind.PAUSED, name, now.wall()),
                tools.outbox().event("unit.updated", now.wall(), name, "resumed")));
        schedules.planOnly(name, now);
    }

    private @Nullable TaskDesk scheduled(long ticket, String name) {
        TaskDesk task = tasks.get(name);
        if (task == null) {
            unknownOrOther(ticket, name, "is a service, and has no slots to pause; stop it instead");
            return null;
        }
        if (refused(ticket, task.definition(), Trigger.API)) {
            return null;
        }
        if (task.definition().schedule() == null) {
            tools.outbox()
                .reject(ticket, Reason.NOT_NOW, "task " + name + " has no cron, so there is nothing to pause");
            return null;
        }
        return task;
    }

    private @Nullable ServiceDesk service(long ticket, String name, Trigger by) {
        ServiceDesk desk = services.find(name);
        if (desk == null) {
            unknownOrOther(ticket, name, "is a task; trigger it instead");
            return null;
        }
        return refused(ticket, desk.definition(), by) ? null : desk;
    }

    /** A hook has a token of its own for the unit, so api_trigger does not matter to it. */
    private boolean refused(long ticket, UnitDefinition unit, Trigger by) {
        String name = unit.kind().word() + " " + unit.name();
        if (!unit.apiTrigger() && by != Trigger.HOOK) {
            tools.outbox()
                .reject(ticket, Reason.FORBIDDEN, name + " cannot be started by hand: it has api_trigger = false");
        } else if (tools.stopping()) {
            tools.outbox().reject(ticket, Reason.STOPPING, "the daemon ends, so nothing new is started");
        } else if (tools.outbox().stalled()) {
            tools.outbox()
                .reject(ticket, Reason.STALLED,
                        "the journal cannot be written, so nothing new is started until it can");
        } else {
            return false;
        }
        return true;
    }

    private void unknownOrOther(long ticket, String name, String otherwise) {
        boolean task = tasks.containsKey(name);
        if (task || services.find(name) != null) {
            tools.outbox().reject(ticket, Reason.WRONG_KIND, name + " " + otherwise);
        } else {
            tools.outbox().reject(ticket, Reason.UNKNOWN, "there is no task or service \"" + name + "\"");
        }
    }

    private void changed(String unit, String text, Moment now) {
        tools.outbox().write(List.of(tools.outbox().event("unit.updated", now.wall(), unit, text)));
    }

    private void accept(long ticket, String text) {
        tools.outbox().answerWritten(ticket, new EngineEffect.Accepted(text));
    }

    private void whenWritten(long ticket, String text, List<RunJournalChange> changes) {
        tools.outbox().write(changes, new Outbox.Receipt() {
            @Override
            public void committed(Moment now) {
                tools.outbox().answer(ticket, new EngineEffect.Accepted(text));
            }

            @Override
            public void refused(String reason, Moment now) {
                tools.outbox().reject(ticket, Reason.STALLED, "it could not be recorded: " + reason);
            }
        });
    }
}
