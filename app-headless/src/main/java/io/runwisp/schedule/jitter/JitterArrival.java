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
}
