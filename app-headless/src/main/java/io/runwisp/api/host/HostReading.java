package io.runwisp.api.host;

/**
 * What the counters of the machine show.
 *
 * @param busyTicks the time that all processors together were busy
 * @param allTicks the time that there was
 * @param memoryUsed bytes
 * @param memoryTotal bytes
 */
record HostReading(long busyTicks, long allTicks, long memoryUsed, long memoryTotal) {

    /** How busy the processors were since an earlier reading, in percent with one decimal; 0 when no time has passed. */
    double cpuSince(HostReading earlier) {
        return percent(busyTicks - earlier.busyTicks, allTicks - earlier.allTicks);
    }

    /** How much of the memory is used, in percent with one decimal. */
    double memory() {
        return percent(memoryUsed, memoryTotal);
    }

    private static double percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp(Math.round(1000.0 * part / whole), 0, 1000) / 10.0;
    }
}
