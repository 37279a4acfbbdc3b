/**
 * Lets starts slip a little so that they do not coincide: where each task is placed, and the gate that runs one at a
 * time.
 *
 * <p>Placement is pure; the gate belongs to the engine thread. Imports {@code schedule}, {@code time} and the JDK.
 * Invariants: no start is later than its window; a held start is given up with its task; no clock is read here.
 */
@NullMarked
package io.runwisp.schedule.jitter;

import org.jspecify.annotations.NullMarked;
