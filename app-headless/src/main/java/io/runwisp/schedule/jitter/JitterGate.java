package io.runwisp.schedule.jitter;

import io.runwisp.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets firings through one at a time, for all tasks of the daemon together; each at its place at the latest. A state
 * machine without clock or timer, owned by the engine thread.
 *
 * <p>How to use it: {@link #arrive} for each {@code Fire} of a task with a window, then {@link #release}; start what it
 * answers, in that order; tell {@link #refused} at once when the overlap policy lets it not run, else {@link #ended}
 * when its row ends (a queued one too). After each of these, and at {@link #nextWake}, call {@link #release} again.
 */
public final class JitterGate {

    private final List<JitterArrival> held = new ArrayList<>();

    /** A firing comes, at its slot or a little later. It is held until {@link #release} answers it. */
    public void arrive(JitterArrival arrival, ClockReading now) {
        held.add(arrival);
    }

    /** Those that are to start now, in order. */
    public List<JitterArrival> release(ClockReading now) {
        List<JitterArrival> all = List.copyOf(held);
        held.clear();
        return all;
    }

    /** The row of a released firing has ended, whatever its end. Firings that are not known do not matter. */
    public void ended(String task, Instant slot) {
    }

    /** A released firing did not get a run: it was skipped, or refused. */
    public void refused(String task, Instant slot) {
    }

    /** A task is paused or removed: what is held of it is given up, and answered. */
    public List<JitterArrival> drop(String task) {
        List<JitterArrival> dropped = held.stream().filter(arrival -> arrival.task().equals(task)).toList();
        held.removeAll(dropped);
        return dropped;
    }

    /** The daemon ends: everything that is held is given up, and answered. */
    public List<JitterArrival> dropAll() {
        List<JitterArrival> dropped = List.copyOf(held);
        held.clear();
        return dropped;
    }

    /** How long until something may be released without a call in between; null when nothing is held. */
    public @Nullable Duration nextWake(ClockReading now) {
        return held.isEmpty() ? null : Duration.ZERO;
    }
}
