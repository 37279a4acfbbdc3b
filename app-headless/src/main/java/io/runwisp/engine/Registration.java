package io.runwisp.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about a unit beside its runs.
 *
 * @param lastRunAt its newest run, kept apart from the rows so that retention cannot move it
 * @param pausedAt since when it is paused, or null
 * @param resumedAt when it was last resumed, or null
 * @param bootId the start of the machine for which it has run at start-up, or null
 */
public record Registration(String taskName, Instant firstSeenAt, @Nullable Instant lastRunAt,
        @Nullable Instant pausedAt, @Nullable Instant resumedAt, @Nullable String bootId) {
}
