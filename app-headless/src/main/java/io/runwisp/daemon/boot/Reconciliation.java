package io.runwisp.daemon.boot;

/**
 * What the last daemon had left when it died.
 *
 * @param crashedRuns runs that were marked crashed
 * @param stoppedOrphans processes that were still there and were stopped
 */
public record Reconciliation(int crashedRuns, int stoppedOrphans) {
}
