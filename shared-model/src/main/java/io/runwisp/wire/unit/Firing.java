package io.runwisp.wire.unit;

import io.runwisp.wire.json.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot that lies ahead.
 *
 * @param at the slot
 * @param latestStartAt how late its start may slip by jitter
 * @param held why it will not start as things stand, such as a pause
 */
public record Firing(@Required String taskName, @Required Instant at, @Nullable Instant latestStartAt,
        @Nullable String held) {
}
