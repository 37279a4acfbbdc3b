package io.runwisp.wire;

import io.runwisp.wire.json.Required;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param message what was expected
 * @param location where it is, such as {@code query.limit} or {@code body.ids[3]}
 * @param value what was there instead
 */
public record ProblemItem(@Required String message, @Nullable String location, @Nullable String value) {
}
