/**
 * Measurements that {@code installers/bench} runs: one class for each, listed in {@link io.runwisp.bench.Benches}.
 *
 * <p>Part of the test sources, so that the gate compiles them and a change of the product that breaks one is seen at once; what they measure they run
 * through the product's own classes. A bench lies in the package that it measures. Invariant: each figure stands beside a baseline of the same run.
 */
@NullMarked
package io.runwisp.bench;

import org.jspecify.annotations.NullMarked;
