/**
 * The daemon and its machine as the API shows them, and what a reload is asked for and answers.
 *
 * <p>Owned by no thread: everything here is immutable. Imports other parts of {@code wire} and {@code model}. Invariant: a record is its JSON; see {@link io.runwisp.wire.json}.
 */
@NullMarked
package io.runwisp.wire.daemon;

import org.jspecify.annotations.NullMarked;
