/**
 * Runs as they are shown: rows, the sentence that opens a run's page, what is usual, the rhythm of a unit.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code wire} and {@code model}. Invariant: a sentence says only what
 * the rows hold.
 */
@NullMarked
package io.runwisp.view.run;

import org.jspecify.annotations.NullMarked;
