package io.runwisp.wire.log;

import org.jspecify.annotations.Nullable;

/**
 * Lines before this number are gone.
 *
 * @param runId whose, in the log of a whole service
 */
public record LogRotated(long firstAvailable, @Nullable String runId) {
}
