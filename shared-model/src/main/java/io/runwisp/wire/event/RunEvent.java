package io.runwisp.wire.event;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * A run has come further.
 *
 * @param run as it is now
 * @param error what went wrong, in short
 */
public record RunEvent(@Required Run run, @Nullable String error) {
}
