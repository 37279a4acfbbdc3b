/**
 * Lines of logs as the API shows them, in pages, searches and streams.
 *
 * <p>Owned by no thread: everything here is immutable. Imports other parts of {@code wire} and {@code model}. Invariant: a record is its JSON; see {@link io.runwisp.wire.json}.
 */
@NullMarked
package io.runwisp.wire.log;

import org.jspecify.annotations.NullMarked;
