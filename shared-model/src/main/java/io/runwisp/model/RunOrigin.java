package io.runwisp.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run comes from: all that is known when its row is made, and never changes.
 *
 * @param createdAt when the row was made; for a run that never ran, its slot
 * @param scheduledAt the slot, or null when no schedule asked for it
 * @param retryAttempt 0 for the first run of a chain
 * @param retryOf the run before it in the chain, or null
 * @param params the values of its parameters; a null value is one that was left out on purpose
 * @param externalExecutionId the name that somebody else gave it, or null
 */
public record RunOrigin(Trigger trigger, Instant createdAt, @Nullable Instant scheduledAt, int retryAttempt,
        @Nullable RunId retryOf, Map<String, @Nullable String> params, @Nullable String externalExecutionId) {

    public RunOrigin {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** A run that is no retry, has no slot and no parameters. */
    public static RunOrigin first(Trigger trigger, Instant createdAt) {
        return new RunOrigin(trigger, createdAt, null, 0, null, Map.of(), null);
    }

    /** A first run for a slot. */
    public static RunOrigin slot(Instant slot, Instant createdAt) {
        return new RunOrigin(Trigger.CRON, createdAt, slot, 0, null, Map.of(), null);
    }
}
