/**
 * Lists of runs: what is wanted in words and in texts that can be kept and typed, and what is shown.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code view.run}, {@code live}, {@code client}, {@code wire} and
 * {@code model}. Invariant: what is wanted, written as a text and read again, is wanted still.
 */
@NullMarked
package io.runwisp.view.runs;

import org.jspecify.annotations.NullMarked;
