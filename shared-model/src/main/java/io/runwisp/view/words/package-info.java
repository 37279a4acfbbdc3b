/**
 * Words, marks and measures that every screen shares.
 *
 * <p>Owned by no thread: everything here is immutable and pure; what needs the time gets a {@link io.runwisp.view.words.Now}. Imports {@code wire} and
 * {@code model}. Invariant: the same state has the same mark, the same word and the same tone wherever it is shown.
 */
@NullMarked
package io.runwisp.view.words;

import org.jspecify.annotations.NullMarked;
