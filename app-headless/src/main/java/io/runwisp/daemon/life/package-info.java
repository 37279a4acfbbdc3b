/**
 * The engine at work: its thread, what carries out its effects, and the two programs that have one, {@code daemon} and {@code exec}.
 *
 * <p>The engine thread owns the engine and what is written here as its; the main thread waits for signals and for the end. Imports everything. Invariants:
 * nothing is started before what a dead daemon left has been stopped and recorded; no thread waits for the engine's but the main one; an exception of one
 * thread is logged and ends nothing.
 */
@NullMarked
package io.runwisp.daemon.life;

import org.jspecify.annotations.NullMarked;
