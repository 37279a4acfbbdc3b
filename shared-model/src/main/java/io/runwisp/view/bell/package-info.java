/**
 * The bell as it is shown: rows with the rhythm of what happened again and again.
 *
 * <p>Owned by no thread: everything here is immutable and pure. Imports {@code view.words}, {@code wire} and {@code model}. Invariant: what is unread is counted
 * by the daemon, never here.
 */
@NullMarked
package io.runwisp.view.bell;

import org.jspecify.annotations.NullMarked;
