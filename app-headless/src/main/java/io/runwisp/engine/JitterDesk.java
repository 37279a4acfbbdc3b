package io.runwisp.engine;

import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.RunId;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.jitter.JitterArrival;
import io.runwisp.schedule.jitter.JitterGate;
import io.runwisp.schedule.jitter.JitterPlan;
import io.runwisp.schedule.jitter.JitterTask;
import io.runwisp.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the starts of slots that may slip. Their rows exist from their slot on, so that no end of the daemon loses one. */
final class JitterDesk {

    /** The gate may let somebody through. */
    record Key() {
    }

    /** A run that may start now. */
    interface Released {

        /** Its task may go on. */
        void go(String task, Moment now);
    }

    private record Start(String task, Instant slot) {
    }

    private final JitterGate gate = new JitterGate();
    private final Timers timers;
    private final Released released;
    private final Map<Start, RunId> runs = new HashMap<>();
    private final Map<RunId, Start> starts = new HashMap<>();
    private final Set<RunId> held = new HashSet<>();
    private Map<String, Duration> places = Map.of();

    JitterDesk(Timers timers, Released released) {
        this.timers = timers;
        this.released = released;
    }

    /** Gives every task that may slip its place. */
    void place(List<TaskDefinition> tasks, Moment now) {
        places = JitterPlan.place(tasks.stream()
            .filter(task -> task.schedule() != null && !task.jitter().isZero())
            .flatMap(task -> Stream.ofNullable(placed(task, now)))
            .toList());
    }

    private static @Nullable JitterTask placed(TaskDefinition task, Moment now) {
        Schedule schedule = task.schedule();
        Slot slot = schedule == null ? null : schedule.next(now.wall(), task.zone());
        if (schedule == null || slot == null) {
            return null;
        }
        return new JitterTask(task.name(), slot.at(),
                JitterPlan.window(schedule, task.zone(), slot.at(), task.jitter()));
    }

    /** A run stands in line for a slot of a task whose starts may slip. */
    void arrive(TaskDefinition task, Instant slot, RunId run, Moment now) {
        Schedule schedule = task.schedule();
        Duration window = schedule == null
                ? Duration.ZERO
                : JitterPlan.window(schedule, task.zone(), slot, task.jitter());
        if (window.isZero() || window.isNegative()) {
            return;
        }
        Start start = new Start(task.name(), slot);
        runs.put(start, run);
        starts.put(run, start);
        held.add(run);
        Duration place = places.getOrDefault(task.name(), Duration.ZERO);
        gate.arrive(new JitterArrival(task.name(), slot, window, place.compareTo(window) > 0 ? window : place),
                reading(now));
    }

    /** Whether it may not start yet. */
    boolean holds(RunId run) {
        return held.contains(run);
    }

    /** A run is over, or will not be. */
    void ended(RunId run, Moment now) {
        Start start = starts.remove(run);
        if (start != null) {
            runs.remove(start);
            if (held.remove(run)) {
                gate.refused(start.task(), start.slot());
            } else {
                gate.ended(start.task(), start.slot());
            }
            release(now);
        }
    }

    /** Lets through whom the gate lets through. */
    void release(Moment now) {
        for (JitterArrival arrival : gate.release(reading(now))) {
            RunId run = runs.get(new Start(arrival.task(), arrival.slot()));
            if (run != null) {
                held.remove(run);
                released.go(arrival.task(), now);
            }
        }
        Duration wait = gate.nextWake(reading(now));
        timers.set(new Key(), wait == null ? StopLadder.NEVER : now.after(wait));
    }

    /** The runs of a task that are held. */
    List<RunId> heldOf(String task) {
        gate.drop(task);
        return starts.entrySet()
            .stream()
            .filter(entry -> entry.getValue().task().equals(task) && held.contains(entry.getKey()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    }

    private static ClockReading reading(Moment now) {
        return new ClockReading(now.wall(), now.nanos());
    }
}
