/**
 * Why a unit did or did not run: the headline, the questions that were asked one after the other with their answers, and what to do.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code view.run}, {@code wire} and {@code model}. Invariant: the
 * daemon finds causes, this only says them; a question that nothing was recorded about is not asked.
 */
@NullMarked
package io.runwisp.view.why;

import org.jspecify.annotations.NullMarked;
