package io.runwisp.engine;

import java.time.Duration;

/**
 * What holds for the daemon as a whole.
 *
 * @param shutdownTimeout the ceiling for everything to end
 * @param killChildrenOnCrash whether the kernel kills what runs when the daemon dies
 */
public record EngineRules(Duration shutdownTimeout, boolean killChildrenOnCrash) {
}
