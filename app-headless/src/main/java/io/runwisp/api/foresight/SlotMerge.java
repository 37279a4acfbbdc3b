package io.runwisp.api.foresight;

import io.runwisp.engine.ScheduleStanding;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.schedule.EverySchedule;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.jitter.JitterPlan;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.Upcoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges the slots of many tasks by time; it holds one slot of each task, however long the stretch is. Pure. */
final class SlotMerge {

    /** How many slots are looked at for one page: some do not run. */
    private static final int LOOKED_AT = 50_000;

    private record Head(TaskDefinition task, Schedule schedule, ScheduleStanding standing, Slot slot) {
    }

    private static final Comparator<Head> ORDER = Comparator.comparing((Head head) -> head.slot().at())
        .thenComparing(head -> head.task().name());
    private static final ScheduleStanding PLAIN = new ScheduleStanding(null, null, false);

    private SlotMerge() {
    }

    /** The first slots from an instant to another, both included. */
    static Upcoming merge(List<TaskDefinition> tasks, Map<String, ScheduleStanding> standings, boolean stalled,
            Instant from, Instant to, int limit) {
        PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);
        for (TaskDefinition task : tasks) {
            Schedule schedule = task.schedule();
            if (schedule != null) {
                ScheduleStanding standing = standings.getOrDefault(task.name(), PLAIN);
                add(heads, task, schedule, standing, first(schedule, task, standing, from), to);
            }
        }
        List<Firing> firings = new ArrayList<>();
        for (int looked = 0; looked < LOOKED_AT && firings.size() < limit && !heads.isEmpty(); looked++) {
            Head head = heads.remove();
            if (head.slot().runs()) {
                firings.add(firing(head, stalled));
            }
            add(heads, head.task(), head.schedule(), head.standing(),
                    head.schedule().next(head.slot().at(), head.task().zone()), to);
        }
        return new Upcoming(from, to, firings, heads.isEmpty());
    }

    private static void add(PriorityQueue<Head> heads, TaskDefinition task, Schedule schedule,
            ScheduleStanding standing, @Nullable Slot slot, Instant to) {
        if (slot != null && !slot.at().isAfter(to)) {
            heads.add(new Head(task, schedule, standing, slot));
        }
    }

    private static @Nullable Slot first(Schedule schedule, TaskDefinition task, ScheduleStanding standing,
            Instant from) {
        Instant base = standing.countedFrom();
        if (!(schedule instanceof EverySchedule every) || base == null) {
            return schedule.next(from.minusNanos(1), task.zone());
        }
        Duration passed = Duration.between(base, from.minusNanos(1));
        long whole = passed.isNegative() ? 0 : passed.dividedBy(every.period());
        return schedule.next(base.plus(every.period().multipliedBy(whole)), task.zone());
    }

    private static Firing firing(Head head, boolean stalled) {
        Instant at = head.slot().at();
        Duration window = head.task().jitter().isZero()
                ? Duration.ZERO
                : JitterPlan.window(head.schedule(), head.task().zone(), at, head.task().jitter());
        return new Firing(head.task().name(), at, window.isPositive() ? at.plus(window) : null,
                held(head.standing(), at, stalled));
    }

    private static @Nullable String held(ScheduleStanding standing, Instant at, boolean stalled) {
        if (standing.pausedAt() != null) {
            return "the task is paused since " + standing.pausedAt();
        }
        Instant until = standing.countedFrom();
        if (standing.held() && until != null && !at.isAfter(until)) {
            return "the clock was set back: slots up to " + until + " have fired and do not fire again";
        }
        return stalled ? "the journal cannot be written, so nothing starts until it can" : null;
    }
}
