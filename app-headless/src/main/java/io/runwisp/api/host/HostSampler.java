package io.runwisp.api.host;

import io.runwisp.time.WallClock;
import io.runwisp.wire.daemon.MetricsSample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Remembers what the machine did lately: a sample each five seconds, taken whether or not anybody looks, so that whoever comes sees the last minutes. */
public final class HostSampler {

    /** How far samples are apart. */
    public static final Duration EVERY = Duration.ofSeconds(5);
    /** How many are remembered. */
    public static final int KEPT = 32;

    private final Supplier<HostReading> counters;
    private final WallClock clock;
    private final BiConsumer<Duration, Runnable> timer;
    private final Consumer<MetricsSample> told;
    private final Deque<MetricsSample> samples = new ArrayDeque<>(KEPT);
    private HostReading last;

    /**
     * A sampler that has not begun.
     *
     * @param timer calls once after a while; the sampler winds it again and again
     * @param told told of each sample, by the thread of the timer; must be quick
     */
    public HostSampler(Supplier<HostReading> counters, WallClock clock, BiConsumer<Duration, Runnable> timer,
            Consumer<MetricsSample> told) {
        this.counters = counters;
        this.clock = clock;
        this.timer = timer;
        this.told = told;
        this.last = counters.get();
    }

    /** Begins to take samples. */
    public void start() {
        timer.accept(EVERY, this::tick);
    }

    private void tick() {
        try {
            told.accept(take());
        } finally {
            timer.accept(EVERY, this::tick);
        }
    }

    private synchronized MetricsSample take() {
        HostReading now = counters.get();
        MetricsSample sample = sample(now);
        last = now;
        if (samples.size() == KEPT) {
            samples.removeFirst();
        }
        samples.addLast(sample);
        return sample;
    }

    private MetricsSample sample(HostReading now) {
        return new MetricsSample(clock.now().getEpochSecond(), now.cpuSince(last), now.memory(), now.memoryUsed(),
                now.memoryTotal());
    }

    /** What is remembered, oldest first. */
    public synchronized List<MetricsSample> history() {
        return List.copyOf(samples);
    }

    /** The newest sample; before the first one, what can be told since the beginning. */
    public synchronized MetricsSample latest() {
        MetricsSample newest = samples.peekLast();
        return newest == null ? sample(counters.get()) : newest;
    }
}
