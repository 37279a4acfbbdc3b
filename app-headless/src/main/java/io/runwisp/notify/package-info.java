/**
 * Notices that leave the machine: who hears what, at once or later, in one message or in many; and what goes with them: hooks, and pings to outside monitors.
 *
 * <p>The router thread owns what is decided; each channel, hook and monitor has a thread of its own, which there is only while something waits for it. Imports
 * everything below it and its own packages: {@code line} and {@code http}, {@code channel}, {@code hook} and {@code ping}. Invariants: it hears of committed events only, and nobody who commits
 * waits for it; everything that waits has a bound; what was not sent outlives the daemon; nothing here is loaded for a daemon that has no use for it.
 */
@NullMarked
package io.runwisp.notify;

import org.jspecify.annotations.NullMarked;
