package io.runwisp.schedule.jitter;

import java.time.Duration;
import java.time.Instant;

/**
 * A task whose starts may slip, as it is placed.
 *
 * @param name the task
 * @param nextSlot its next slot
 * @param window how far that start may slip, from {@link JitterPlan#window}
 */
public record JitterTask(String name, Instant nextSlot, Duration window) {
}
