/**
 * What is said to be let in.
 *
 * <p>Owned by no thread: everything here is immutable. Imports other parts of {@code wire} and {@code model}. Invariant: a record is its JSON; see {@link io.runwisp.wire.json}.
 */
@NullMarked
package io.runwisp.wire.auth;

import org.jspecify.annotations.NullMarked;
