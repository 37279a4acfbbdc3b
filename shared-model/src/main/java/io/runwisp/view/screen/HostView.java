package io.runwisp.view.screen;

import java.util.List;

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

    public HostView {
        cpu = List.copyOf(cpu);
        memory = List.copyOf(memory);
    }
}
