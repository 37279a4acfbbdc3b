package io.runwisp.model;

import java.time.Duration;

/**
 * The decision that a run shall end.
 *
 * @param grace how long it may take after the signal until it is killed
 * @param signal the first signal
 */
public record StopOrder(StopCause cause, Duration grace, StopSignal signal) {
}
