package io.runwisp.schedule.jitter;

import java.time.Duration;
import java.time.Instant;

/**
 * A firing that comes to the gate. Task and slot together tell it apart.
 *
 * @param task the task
 * @param slot the slot that fired
 * @param window how far it may slip, from {@link JitterPlan#window}; more than zero
 * @param offset its place within the window, from {@link JitterPlan#place}
 */
public record JitterArrival(String task, Instant slot, Duration window, Duration offset) {

    /** Refuses a firing that may not slip; brings a place that was made for a wider window within this one. */
    public JitterArrival {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("the start of \"" + task + "\" may not slip; start it past the gate");
        }
        offset = offset.compareTo(window) > 0 ? window : offset;
    }

    /** The latest time for its start. */
    Instant ceiling() {
        return slot.plus(window);
    }

    /** Whether both are due at the same instant. */
    boolean coincidesWith(JitterArrival other) {
        return slot.equals(other.slot);
    }

    boolean is(String name, Instant instant) {
        return task.equals(name) && slot.equals(instant);
    }
}
