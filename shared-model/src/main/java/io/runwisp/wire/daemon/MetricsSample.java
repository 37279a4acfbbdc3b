package io.runwisp.wire.daemon;

/**
 * What the machine did at one time.
 *
 * @param ts seconds since the epoch
 * @param cpu percent
 * @param mem percent
 * @param memUsed bytes
 * @param memTotal bytes
 */
public record MetricsSample(long ts, double cpu, double mem, long memUsed, long memTotal) {
}
