package io.runwisp.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the recorded runs went.
 *
 * @param failed those that failed, crashed, ran out of time or of log
 * @param lastFailure when the last of these ended, or null when there is none
 */
public record RunSummary(long total, long success, long failed, long missed, @Nullable Instant lastFailure) {
}
