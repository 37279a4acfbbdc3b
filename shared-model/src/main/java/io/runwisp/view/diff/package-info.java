/**
 * Two runs side by side: the facts first, then what they printed.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code view.run}, {@code view.log}, {@code wire} and {@code model}.
 * Invariants: what differs in every run (times, process ids, addresses, ids) is not told as a difference; the work is bounded, and what is too different to be
 * compared is told as such.
 */
@NullMarked
package io.runwisp.view.diff;

import org.jspecify.annotations.NullMarked;
