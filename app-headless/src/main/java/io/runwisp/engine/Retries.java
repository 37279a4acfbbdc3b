package io.runwisp.engine;

import io.runwisp.engine.definition.RetryRule;
import io.runwisp.model.Run;
import java.time.Duration;
import java.time.Instant;

/** When a failed run is tried again. */
final class Retries {

    private Retries() {
    }

    /** Whether an attempt may follow this one. */
    static boolean follows(RetryRule rule, int attempt) {
        return attempt < rule.attempts();
    }

    /** How long to wait before the attempt that follows this one. */
    static Duration delayAfter(RetryRule rule, int attempt) {
        return rule.backoff().before(attempt == Integer.MAX_VALUE ? attempt : attempt + 1);
    }

    /** What is left of a wait that a former daemon began: never more than the whole, whatever the clock shows. */
    static Duration remaining(RetryRule rule, Run failed, Instant due, Instant now) {
        Duration whole = delayAfter(rule, failed.origin().retryAttempt());
        Duration left = Duration.between(now, due);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(whole) > 0 ? whole : left;
    }
}
