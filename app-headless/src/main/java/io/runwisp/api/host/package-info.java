/**
 * The machine and the daemon as figures: what the processors and the memory do, whether the engine is alive.
 *
 * <p>Owned by no thread; samples are taken by the timer of the daemon. Imports {@code engine}, {@code time} and {@code wire}. Invariant: a figure that this
 * system does not have is 0, never a guess.
 */
@NullMarked
package io.runwisp.api.host;

import org.jspecify.annotations.NullMarked;
