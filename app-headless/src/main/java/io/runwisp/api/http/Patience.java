package io.runwisp.api.http;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * How long a client may take to say what it wants.
 *
 * @param timer calls once after a while, from another thread
 * @param head from the first line of a request to the end of its headers
 * @param body from then on to the end of its body
 * @param lookEvery how often somebody looks, while anybody reads
 */
public record Patience(MonotonicClock clock, BiConsumer<Duration, Runnable> timer, Duration head, Duration body,
        Duration lookEvery) {

    /** What a daemon has. */
    public static Patience usual(MonotonicClock clock, BiConsumer<Duration, Runnable> timer) {
        return new Patience(clock, timer, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(2));
    }
}
