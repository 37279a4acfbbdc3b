package io.runwisp.engine;

import java.time.Instant;

/**
 * Up to where a task's schedule has been accounted for.
 *
 * @param at the last instant that is accounted for
 * @param expression the schedule that it was written under
 * @param zone the zone that it was written under
 */
public record Watermark(String taskName, Instant at, String expression, String zone) {
}
