package io.runwisp.wire.log;

import org.jspecify.annotations.Nullable;

/**
 * Lines that are not told because the client was too slow; they are in the log.
 *
 * @param after the number of the line before them, -1 for none
 * @param runId whose, in the log of a whole service
 */
public record LogDropped(long after, long count, @Nullable String runId) {
}
