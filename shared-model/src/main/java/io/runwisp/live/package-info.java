/**
 * What is so at a daemon now: a snapshot and the events behind it, kept together without a gap.
 *
 * <p>{@link io.runwisp.live.LiveDaemon} has a virtual thread that owns what is known and alone calls the listeners; the rest is immutable. Imports {@code client},
 * {@code wire} and {@code model}. Invariants: what was fetched never overwrites what an event has told since it was asked for; a run never goes back to
 * an earlier phase; whoever may have missed something fetches it anew.
 */
@NullMarked
package io.runwisp.live;

import org.jspecify.annotations.NullMarked;
