package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.Trigger;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.plan.Interruption;
import io.runwisp.schedule.plan.Plan;
import io.runwisp.schedule.plan.PlanInput;
import io.runwisp.schedule.plan.ScheduleMark;
import io.runwisp.schedule.plan.SlotDecision;
import io.runwisp.schedule.plan.SlotPlanner;
import io.runwisp.schedule.plan.TaskDecision;
import io.runwisp.time.ClockReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has the slots of all tasks planned, and carries out what is decided about them. */
final class Schedules {

    private record Clockwork(@Nullable ScheduleMark mark, @Nullable Long intervalBase, @Nullable Instant nextWake,
            boolean held) {
    }

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks;
    private final Registrations registrations;
    private final JitterDesk jitter;
    private final Map<String, Clockwork> clockworks = new TreeMap<>();
    private @Nullable Instant nextWake;

    Schedules(EngineTools tools, Map<String, TaskDesk> tasks, Registrations registrations, JitterDesk jitter) {
        this.tools = tools;
        this.tasks = tasks;
        this.registrations = registrations;
        this.jitter = jitter;
    }

    /** Takes over how far a former daemon had come. */
    void restore(List<Watermark> watermarks) {
        for (Watermark mark : watermarks) {
            clockworks.put(mark.taskName(),
                    new Clockwork(new ScheduleMark(mark.at(), mark.expression(), mark.zone()), null, null, false));
        }
    }

    /** Forgets a task. */
    void forget(String task) {
        clockworks.remove(task);
        findNextWake();
    }

    /** How those of all tasks stand. */
    Map<String, ScheduleStanding> standings() {
        Map<String, ScheduleStanding> standings = new TreeMap<>();
        tasks.values().forEach(task -> {
            String name = task.definition().name();
            Clockwork clockwork = clockworks.get(name);
            if (task.definition().schedule() != null) {
                standings.put(name, new ScheduleStanding(countedFrom(name), registrations.pausedAt(name),
                        clockwork != null && clockwork.held()));
            }
        });
        return standings;
    }

    /** From where the slots of a task count, or null when it has none. */
    @Nullable
    Instant countedFrom(String task) {
        Clockwork clockwork = clockworks.get(task);
        return clockwork == null || clockwork.mark() == null ? null : clockwork.mark().at();
    }

    /** The earliest slot, or null. */
    @Nullable
    Instant nextWake() {
        return nextWake;
    }

    private void findNextWake() {
        nextWake = clockworks.values()
            .stream()
            .map(Clockwork::nextWake)
            .flatMap(Stream::ofNullable)
            .min(Instant::compareTo)
            .orElse(null);
    }

    /** Plans every task. */
    void planAll(Interruption interruption, Moment now) {
        plan(_ -> true, interruption, now);
    }

    /** Plans the tasks of which a slot may be due. */
    void planDue(Moment now) {
        plan(task -> {
            Clockwork clockwork = clockworks.get(task);
            Instant next = clockwork == null ? null : clockwork.nextWake();
            return next != null && !now.wall().isBefore(next);
        }, Interruption.NONE, now);
    }

    /** Plans one task. */
    void planOnly(String task, Moment now) {
        plan(task::equals, Interruption.NONE, now);
    }

    private void plan(Predicate<String> which, Interruption interruption, Moment now) {
        ClockReading reading = new ClockReading(now.wall(), now.nanos());
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (TaskDesk task : tasks.values()) {
            Schedule schedule = task.definition().schedule();
            if (schedule != null && which.test(task.definition().name())) {
                plans.put(task.definition().name(),
                        SlotPlanner.plan(input(task.definition(), schedule, interruption), reading));
            }
        }
        Map<String, List<SlotDecision>> decisions = new LinkedHashMap<>();
        for (TaskDecision planned : SlotPlanner.inOrder(List.copyOf(plans.values()))) {
            decisions.computeIfAbsent(planned.task(), _ -> new ArrayList<>()).add(planned.decision());
        }
        plans.keySet().forEach(task -> decisions.computeIfAbsent(task, _ -> new ArrayList<>()));
        decisions.forEach((task, planned) -> {
            Plan plan = plans.get(task);
            TaskDesk desk = tasks.get(task);
            if (plan != null && desk != null) {
                // All that is decided about a task is on the disk together with its mark, or nothing of it.
                tools.outbox().together(() -> carryOut(desk, plan, planned, now));
            }
        });
        decisions.keySet().stream().map(tasks::get).filter(Objects::nonNull).forEach(task -> task.advance(now));
        findNextWake();
        jitter.release(now);
    }

    private PlanInput input(TaskDefinition task, Schedule schedule, Interruption interruption) {
        Clockwork past = clockworks.get(task.name());
        return new PlanInput(task.name(), schedule, task.zone(), past == null ? null : past.mark(),
                past == null ? null : past.intervalBase(), task.catchUpRuns(), registrations.isPaused(task.name()),
                interruption);
    }

    private void carryOut(TaskDesk desk, Plan plan, List<SlotDecision> decisions, Moment now) {
        Clockwork past = clockworks.get(plan.task());
        clockworks.put(plan.task(),
                new Clockwork(plan.mark(), plan.intervalBase(), plan.nextWake(), plan.held() != null));
        for (SlotDecision decision : decisions) {
            carryOut(desk, decision, now);
        }
        ScheduleMark mark = plan.mark();
        if (past == null || !mark.equals(past.mark())) {
            tools.outbox()
                .write(List.of(new RunJournalChange.MoveWatermark(
                        new Watermark(plan.task(), mark.at(), mark.expression(), mark.zone()))));
        }
        if (plan.held() != null && (past == null || !past.held())) {
            tools.outbox().narrate(Level.WARN, "task " + plan.task() + ": " + plan.held().reason());
        }
        if (plan.reset() != null && plan.reset().cause() != Plan.MarkReset.Cause.NEW_TASK) {
            tools.outbox().narrate(Level.INFO, "task " + plan.task() + ": " + plan.reset().reason());
        }
    }

    private void carryOut(TaskDesk desk, SlotDecision decision, Moment now) {
        String name = desk.definition().name();
        switch (decision) {
            case SlotDecision.Fire fire -> {
                RunId run = fire(desk, fire.at(), now);
                if (run != null) {
                    jitter.arrive(desk.definition(), fire.at(), run, now);
                }
            }
            case SlotDecision.CatchUp late -> fire(desk, late.at(), now);
            case SlotDecision.Missed missed -> {
                tools.outbox().narrate(Level.WARN, "task " + name + ": " + missed.reason());
                record(desk, missed.createdAt(), missed.at(), EndReason.MISSED, missed.reason(), now);
            }
            case SlotDecision.DstSkipped skipped ->
                record(desk, skipped.at(), skipped.at(), EndReason.DST_SKIPPED, skipped.reason(), now);
            case SlotDecision.DroppedByPause dropped ->
                tools.outbox().narrate(Level.INFO, "task " + name + ": " + dropped.reason());
        }
    }

    private @Nullable RunId fire(TaskDesk desk, Instant slot, Moment now) {
        Map<String, @Nullable String> params = Map.of();
        if (Parameters.resolve(desk.definition().params(), Map.of()) instanceof Parameters.Values(var values)) {
            params = values;
        }
        return desk.trigger(new RunOrigin(Trigger.CRON, now.wall(), slot, 0, null, params, null),
                List.of(registrations.ran(desk.definition().name(), now.wall())), null, now);
    }

    private void record(TaskDesk desk, Instant createdAt, Instant slot, EndReason reason, String message,
            Moment now) {
        boolean failure = desk.definition().rules().failures().isFailure(reason, RunEnd.NEVER_STARTED, false);
        Run row = Run.pending(tools.newId(), desk.definition().name(), 0, RunOrigin.slot(slot, createdAt))
            .withEnd(RunEnd.without(createdAt, reason, failure))
            .withMessage(message);
        tools.runs().record(row, List.of(), null, now);
    }
}
