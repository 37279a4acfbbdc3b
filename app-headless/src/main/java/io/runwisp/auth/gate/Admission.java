package io.runwisp.auth.gate;

import io.runwisp.auth.request.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may come in.
 *
 * @param caller who
 * @param until when the session ends, and with it every stream that was opened in it; null while login is off
 */
public record Admission(Caller caller, @Nullable Instant until) {
}
