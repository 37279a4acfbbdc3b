package io.runwisp.wire.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the recorded runs went.
 *
 * @param failed those that failed, crashed, ran out of time or of log
 * @param lastFailure when the last of the failed ones ended
 */
public record RunSummary(long total, long success, long failed, long missed, @Nullable Instant lastFailure) {
}
