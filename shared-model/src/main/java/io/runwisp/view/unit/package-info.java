/**
 * Tasks and services as they are shown: their state in a mark, a word and a sentence, what can be done with them now and why the rest cannot, and the headline
 * over all of them.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code view.run}, {@code live}, {@code wire} and {@code model}.
 * Invariant: what is offered here is what the daemon would accept as far as a client can know.
 */
@NullMarked
package io.runwisp.view.unit;

import org.jspecify.annotations.NullMarked;
