/**
 * Tasks and services as the API shows them: what they are, what they do, when they are due and why they did or did not run.
 *
 * <p>Owned by no thread: everything here is immutable. Imports other parts of {@code wire} and {@code model}. Invariant: a record is its JSON; see {@link io.runwisp.wire.json}.
 */
@NullMarked
package io.runwisp.wire.unit;

import org.jspecify.annotations.NullMarked;
