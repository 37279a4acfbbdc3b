/**
 * Events: their text, and the way of committed rows to whoever listens, in the order of the journal and from any place in it.
 *
 * <p>The thread of the journal hands events in and never waits; each subscriber takes them out on a thread of its own. Imports {@code engine} and {@code model}.
 * Invariants: a subscriber is told each event behind its place once, or is told that it lost some; what waits for one has a bound in number and bytes; a field
 * that has no value is left out, never null.
 */
@NullMarked
package io.runwisp.event;

import org.jspecify.annotations.NullMarked;
