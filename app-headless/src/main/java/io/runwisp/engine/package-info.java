/**
 * The loop that decides, and the ports that it needs from the rest of the daemon.
 *
 * <p>Owned by the engine thread. Imports {@code schedule}, {@code config}, {@code time} and {@code model}; whoever does its work implements its ports.
 * Invariant: nothing here touches a disk, a process or a clock.
 */
@NullMarked
package io.runwisp.engine;

import org.jspecify.annotations.NullMarked;
