package io.runwisp.engine;

import io.runwisp.config.grammar.Durations;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.EventKind;
import io.runwisp.model.RunId;
import io.runwisp.schedule.plan.Interruption;
import io.runwisp.time.ClockReading;
import io.runwisp.time.ClockStep;
import io.runwisp.time.ClockWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything, and does nothing: messages in, effects out. The same messages at the same moments give the same effects.
 *
 * <p>Owned by one thread. It has no clock, no thread and no I/O, and throws for no message.
 */
public final class EngineCore {

    /** Retention may have something to do. */
    private record SweepKey() {
    }

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks = new TreeMap<>();
    private final Services services;
    private final Registrations registrations = new Registrations();
    private final JitterDesk jitter;
    private final Schedules schedules;
    private final Commands commands;
    private final Reload reload;
    private final Pictures pictures;
    private final Shutdown shutdown;
    private @Nullable ClockWatch clocks;
    private @Nullable Instant stalledSince;
    private Interruption kept = Interruption.JOURNAL_STALLED;
    private long planned = StopLadder.NEVER;

    /**
     * An engine that has not begun.
     *
     * @param ids new identities, each greater than the one before
     */
    public EngineCore(EngineRules rules, List<UnitDefinition> units, Supplier<RunId> ids, EventText texts) {
        tools = new EngineTools(rules, ids, texts);
        services = new Services(tools);
        jitter = new JitterDesk(tools.timers(), this::advance);
        for (UnitDefinition unit : units) {
            switch (unit) {
                case TaskDefinition task -> tasks.put(task.name(), new TaskDesk(task, tools, jitter));
                case ServiceDefinition service -> services.add(service);
            }
        }
        schedules = new Schedules(tools, tasks, registrations, jitter);
        pictures = new Pictures(tools, tasks, services, schedules);
        commands = new Commands(tools, tasks, services, registrations, schedules, jitter);
        shutdown = new Shutdown(tools, services, rules.shutdownTimeout());
        reload = new Reload(tools, tasks, services, registrations, schedules, jitter, shutdown);
    }

    /** What is to be done because of a message, in this order. */
    public List<EngineEffect> handle(EngineMessage message, Moment now) {
        if (clocks == null && !(message instanceof EngineMessage.Begin)) {
            early(message, now);
        } else {
            take(message, now);
        }
        shutdown.check(now);
        planned = promised(now);
        return tools.outbox().empty();
    }

    /** The units that may look different since this was asked last. */
    public Set<String> touched() {
        return tools.outbox().touched();
    }

    /** When to send {@link EngineMessage.Woken} at the latest, or null when nothing is due. */
    public @Nullable Wake nextWake() {
        long earliest = tools.timers().earliest();
        Instant slot = tools.mayStart() ? schedules.nextWake() : null;
        return earliest == StopLadder.NEVER && slot == null
                ? null
                : new Wake(slot, earliest == StopLadder.NEVER ? null : earliest);
    }

    private void take(EngineMessage message, Moment now) {
        switch (message) {
            case EngineMessage.Begin(var past, var bootId) -> begin(past, bootId, now);
            case EngineMessage.Woken _ -> woken(now);
            case ProcessReport.Probed answer -> services.all().forEach(service -> service.probed(answer, now));
            case ProcessReport report -> tools.runs().tell(report.run(), new RunInput.Reported(report), now);
            case EngineMessage.Committed(long batch, _) -> tools.outbox().committed(batch, now);
            case EngineMessage.NotCommitted(long batch, var reason) -> tools.outbox().refused(batch, reason, now);
            case EngineMessage.JournalStalled(var reason) -> stalled(reason, now);
            case EngineMessage.JournalRecovered _ -> recovered(now);
            case EngineMessage.Shutdown _ -> shutdown.asked(now);
            case EngineMessage.TriggerTask trigger -> commands.trigger(trigger, now);
            case EngineMessage.StopRun(long ticket, var run) -> commands.stopRun(ticket, run, now);
            case EngineMessage.StopUnit(long ticket, var unit) -> commands.stopUnit(ticket, unit, now);
            case EngineMessage.StartService asked -> commands.startService(asked, now);
            case EngineMessage.RestartService asked -> commands.restartService(asked, now);
            case EngineMessage.PauseTask(long ticket, var task) -> commands.pause(ticket, task, now);
            case EngineMessage.ResumeTask(long ticket, var task) -> commands.resume(ticket, task, now);
            case EngineMessage.SeeSchedules(long ticket) -> tools.outbox()
                .answer(ticket, new EngineEffect.SchedulesSeen(schedules.standings(), tools.outbox().stalled()));
            case EngineMessage.AwaitRun(long ticket, var run) -> tools.runs().await(ticket, run);
            case EngineMessage.SeeUnits(long ticket, var unit) ->
                tools.outbox().answer(ticket, new EngineEffect.UnitsSeen(pictures.of(unit, now)));
            case EngineMessage.ReplaceUnits asked -> reload.replace(asked, now);
        }
    }

    private void early(EngineMessage message, Moment now) {
        if (message instanceof EngineMessage.Request request) {
            tools.outbox().reject(request.ticket(), EngineEffect.Reason.NOT_NOW, "the daemon is still starting");
        } else if (message instanceof EngineMessage.Shutdown) {
            shutdown.asked(now);
        } else if (message instanceof EngineMessage.Committed || message instanceof EngineMessage.NotCommitted
                || message instanceof EngineMessage.JournalStalled
                || message instanceof EngineMessage.JournalRecovered) {
            take(message, now);
        } else if (message instanceof EngineMessage.Woken) {
            tools.timers().due(now.nanos()).forEach(key -> due(key, now));
        }
    }

    private void begin(RunJournalSnapshot past, @Nullable String bootId, Moment now) {
        if (clocks != null || tools.stopping()) {
            return;
        }
        clocks = new ClockWatch(new ClockReading(now.wall(), now.nanos()));
        List<String> units = new ArrayList<>(tasks.keySet());
        services.all().forEach(service -> units.add(service.definition().name()));
        registrations.restore(past.registrations());
        List<RunJournalChange> changes = new ArrayList<>(Facts.begin(past, units, now.wall()));
        changes.addAll(registrations.present(units, now.wall()));
        changes.add(tools.outbox().event(EventKind.DAEMON_STARTED, now.wall(), "", "the daemon serves"));
        tools.outbox().write(changes);
        schedules.restore(past.watermarks().stream().filter(mark -> tasks.containsKey(mark.taskName())).toList());
        jitter.place(tasks.values().stream().map(TaskDesk::definition).toList(), now);
        Beginning beginning = new Beginning(tools, tasks, services, registrations);
        beginning.takeUp(past, now);
        if (tools.mayStart()) {
            schedules.planAll(Interruption.DAEMON_DOWN, now);
        } else {
            kept = Interruption.DAEMON_DOWN;
        }
        beginning.runOnStart(bootId, now);
        services.startAll(now);
        sweep(now);
    }

    private void woken(Moment now) {
        ClockStep step = step(now);
        Interruption interruption = Interruption.of(step);
        if (interruption.kind() != Interruption.Kind.NONE) {
            clockStep(interruption, now);
        }
        for (Object key : tools.timers().due(now.nanos())) {
            due(key, now);
        }
        if (!tools.mayStart()) {
            return;
        }
        if (interruption.kind() == Interruption.Kind.NONE) {
            schedules.planDue(now);
        } else {
            schedules.planAll(interruption, now);
        }
    }

    private ClockStep step(Moment now) {
        boolean late = planned != StopLadder.NEVER && now.nanos() > planned;
        Duration lateness = late ? Duration.ofNanos(now.nanos() - planned) : Duration.ZERO;
        return clocks == null
                ? new ClockStep.Steady()
                : clocks.read(new ClockReading(now.wall(), now.nanos()), lateness);
    }

    private void clockStep(Interruption interruption, Moment now) {
        String text = interruption.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " by "
                + Durations.show(interruption.size());
        tools.outbox().narrate(Level.WARN, "the clocks disagree: " + text);
        Instant from = interruption.kind() == Interruption.Kind.CLOCK_BACK
                ? now.wall()
                : now.wall().minus(interruption.size());
        tools.outbox().write(Facts.held(FactKind.CLOCK_STEP, "", from, now.wall(), text));
        if (tools.outbox().stalled() && interruption.kind() == Interruption.Kind.CLOCK_BACK) {
            kept = interruption;
        }
    }

    private void due(Object key, Moment now) {
        switch (key) {
            case RunId run -> tools.runs().tell(run, new RunInput.Due(), now);
            case RetryWaits.Key _ -> tasks.values().forEach(task -> task.retries().catchUp(now));
            case ServiceDesk.RestKey(var service, int index) -> {
                ServiceDesk desk = services.find(service);
                if (desk != null) {
                    desk.due(index, now);
                }
            }
            case ProbeWatch.Key(var replica) -> services.all().forEach(service -> service.probeDue(replica, now));
            case Services.Key(var service) -> services.check(service, now);
            case JitterDesk.Key _ -> jitter.release(now);
            case Shutdown.Key _ -> shutdown.due(now);
            case SweepKey _ -> sweep(now);
            default -> {
            }
        }
    }

    private void sweep(Moment now) {
        tools.outbox().add(new EngineEffect.SweepRetention());
        tools.timers().set(new SweepKey(), now.after(SWEEP_EVERY));
    }

    private void stalled(String reason, Moment now) {
        if (tools.outbox().stalled()) {
            return;
        }
        tools.outbox().stalled(true);
        stalledSince = now.wall();
        kept = Interruption.JOURNAL_STALLED;
        tools.outbox()
            .narrate(Level.ERROR, "the journal cannot be written, so nothing new is started: " + reason);
        for (RunLife life : tools.runs().all()) {
            tools.runs().tell(life.id(), new RunInput.JournalStuck(), now);
        }
    }

    private void recovered(Moment now) {
        if (!tools.outbox().stalled()) {
            return;
        }
        tools.outbox().stalled(false);
        tools.outbox().narrate(Level.INFO, "the journal is written again");
        Instant since = stalledSince == null ? now.wall() : stalledSince;
        tools.outbox().write(Facts.held(FactKind.JOURNAL_STALLED, "", since, now.wall(), ""));
        if (clocks != null && tools.mayStart()) {
            tasks.values().forEach(task -> {
                task.advance(now);
                task.retries().catchUp(now);
            });
            services.resume(now);
            schedules.planAll(kept, now);
        }
    }

    private void advance(String task, Moment now) {
        TaskDesk desk = tasks.get(task);
        if (desk != null) {
            desk.advance(now);
        }
    }

    /** When the next wake is due by the monotonic clock, if the wall clock is not set meanwhile. */
    private long promised(Moment now) {
        Wake wake = nextWake();
        if (wake == null) {
            return StopLadder.NEVER;
        }
        long timer = wake.nanos() == null ? StopLadder.NEVER : wake.nanos();
        Duration toSlot = wake.wall() == null ? null : Duration.between(now.wall(), wake.wall());
        long slot = toSlot == null ? StopLadder.NEVER : toSlot.isNegative() ? now.nanos() : now.after(toSlot);
        return Math.min(timer, slot);
    }
}
