package io.runwisp.bench.supervision;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a contender has to keep alive.
 *
 * @param script for bash
 * @param delay between an end and the next start, where a contender lets that be chosen
 * @param grace between the stop signal and the kill
 */
record Service(String name, Path script, int replicas, Duration delay, Duration grace) {
}
