package io.runwisp.notify;

import io.runwisp.notify.channel.Delivery;
import java.time.Duration;

/**
 * How one delivery is tried again: after a second, then after twice as long as before, up to a minute, or as the provider says; until the budget is spent. Pure.
 *
 * @param budget the time that all attempts and waits have together
 */
record RetryPlan(Duration budget) {

    /** The first wait. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** The longest wait, also when a provider asks for more. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** The longest attempt. */
    static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);
    /** An attempt that has less time than this is not worth its while. */
    static final Duration SHORTEST_ATTEMPT = Duration.ofSeconds(1);

    /** What comes next. */
    sealed interface Step {
    }

    /** It was delivered. */
    record Done() implements Step {
    }

    /** It is tried again after a while. */
    record Wait(Duration length) implements Step {
    }

    /** It is given up. */
    record GiveUp(String cause) implements Step {
    }

    /** How long the next attempt may take. The first one always has time. */
    Duration limit(Duration spent) {
        Duration left = budget.minus(spent);
        Duration least = left.compareTo(SHORTEST_ATTEMPT) < 0 ? SHORTEST_ATTEMPT : left;
        return least.compareTo(LONGEST_ATTEMPT) > 0 ? LONGEST_ATTEMPT : least;
    }

    /**
     * What follows an attempt.
     *
     * @param attempts how many there were, this one included
     * @param spent the time since the first began
     */
    Step after(Delivery delivery, int attempts, Duration spent) {
        return switch (delivery) {
            case Delivery.Delivered _ -> new Done();
            case Delivery.Refused(String reason) -> new GiveUp(reason);
            case Delivery.Failed(String reason, var retryAfter) -> {
                Duration wait = retryAfter.orElse(backoff(attempts));
                Duration next = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
                yield spent.plus(next).compareTo(budget) < 0
                        ? new Wait(next)
                        : new GiveUp(reason + " (tried " + (attempts == 1 ? "once" : attempts + " times") + ")");
            }
        };
    }

    private static Duration backoff(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
