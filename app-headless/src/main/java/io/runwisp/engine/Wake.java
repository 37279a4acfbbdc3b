package io.runwisp.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the engine wants to be woken: at whichever comes first.
 *
 * @param wall the earliest slot, by the wall clock, or null
 * @param nanos the earliest deadline, by the monotonic clock, or null
 */
public record Wake(@Nullable Instant wall, @Nullable Long nanos) {
}
