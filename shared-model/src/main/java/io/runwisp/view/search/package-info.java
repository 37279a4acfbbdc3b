/**
 * Units, runs and lines of output that were searched for, as one list.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code view.run}, {@code view.unit}, {@code view.log}, {@code wire}
 * and {@code model}. Invariant: the same things in whatever order they come in make the same list.
 */
@NullMarked
package io.runwisp.view.search;

import org.jspecify.annotations.NullMarked;
