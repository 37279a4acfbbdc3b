package io.runwisp.view.screen;

import io.runwisp.view.words.Spans;
import io.runwisp.wire.daemon.MetricsSample;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The machine as it is shown.
 *
 * @param cpuPercent of the whole machine
 * @param memoryPercent of the whole machine
 * @param cpu what it was, oldest first, at most {@link #SAMPLES}
 * @param memory what it was, oldest first, at most {@link #SAMPLES}
 * @param says all of it in a line
 * @param high whether it is much
 */
public record HostView(int cpuPercent, int memoryPercent, List<Integer> cpu, List<Integer> memory, String says,
        boolean high) {

    /** How many samples are shown. */
    public static final int SAMPLES = 32;

    private static final int HIGH = 85;

    public HostView {
        cpu = List.copyOf(cpu);
        memory = List.copyOf(memory);
    }

    /**
     * The view of samples.
     *
     * @param oldestFirst what the machine did lately
     * @return null when it has not said anything yet
     */
    public static @Nullable HostView of(List<MetricsSample> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return null;
        }
        MetricsSample now = oldestFirst.getLast();
        int cpu = percent(now.cpu());
        int memory = percent(now.mem());
        boolean high = cpu >= HIGH || memory >= HIGH;
        return new HostView(cpu, memory, percents(oldestFirst, MetricsSample::cpu),
                percents(oldestFirst, MetricsSample::mem), cpu + " % CPU, " + Spans.size(now.memUsed()) + " of "
                        + Spans.size(now.memTotal()) + " memory" + (high ? ": high load" : ""),
                high);
    }

    private static List<Integer> percents(List<MetricsSample> samples, ToDoubleFunction<MetricsSample> of) {
        return samples.subList(Math.max(0, samples.size() - SAMPLES), samples.size())
            .stream()
            .map(sample -> percent(of.applyAsDouble(sample)))
            .toList();
    }

    private static int percent(double value) {
        return Math.clamp(Math.round(value), 0, 100);
    }
}
