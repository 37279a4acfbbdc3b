package io.runwisp.wire.event;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.unit.TaskResponse;
import org.jspecify.annotations.Nullable;

/**
 * Something about a unit has changed.
 *
 * @param taskName absent when it is about the daemon
 * @param message what changed
 * @param task as it is when this is sent; absent when there is no such unit any more
 */
public record UnitEvent(@Nullable String taskName, @Required String message, @Nullable TaskResponse task) {
}
