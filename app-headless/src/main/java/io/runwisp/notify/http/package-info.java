/**
 * Posting to somebody outside of the machine over HTTP: what channels and monitors have in common.
 *
 * <p>Owned by no thread: whoever posts, waits. Imports {@code view.words}. Invariants: the client of the JDK is loaded by the first post and closed once; every
 * post ends within its limit, its answer included; of an answer a bounded part is read.
 */
@NullMarked
package io.runwisp.notify.http;

import org.jspecify.annotations.NullMarked;
