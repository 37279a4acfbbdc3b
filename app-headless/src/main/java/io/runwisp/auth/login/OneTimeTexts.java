package io.runwisp.auth.login;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** Texts that were handed out, each good once and for a while. Beyond the bound the oldest is forgotten. */
public final class OneTimeTexts {

    private final Supplier<String> source;
    private final MonotonicClock clock;
    private final Duration life;
    private final int most;
    private final LinkedHashMap<String, Long> handedOut = new LinkedHashMap<>();

    /** None yet; the source makes texts that nobody can guess. */
    public OneTimeTexts(Supplier<String> source, MonotonicClock clock, Duration life, int most) {
        this.source = source;
        this.clock = clock;
        this.life = life;
        this.most = most;
    }

    /** Hands out a new one. */
    public synchronized String issue() {
        String text = source.get();
        handedOut.put(text, clock.nanos());
        if (handedOut.size() > most) {
            handedOut.pollFirstEntry();
        }
        return text;
    }

    /** Takes one back, for good: whether it was handed out, is not too old, and was not taken back before. */
    public synchronized boolean redeem(String text) {
        Long since = handedOut.remove(text);
        return since != null && clock.nanos() - since < life.toNanos();
    }

    /** How many are remembered, dead ones included. */
    synchronized int size() {
        return handedOut.size();
    }
}
