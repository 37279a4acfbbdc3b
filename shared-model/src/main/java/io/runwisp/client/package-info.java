/**
 * What a client can ask a daemon or tell it: {@link DaemonApi}, the one list of it, with the values that go in, the streams, and the two ways to fail.
 *
 * <p>Here is the contract only: nothing here speaks HTTP yet, and nothing answers it. {@code openapi.yaml} names the same operations, which a test holds.
 * Owned by no thread; the interfaces say which thread calls back. Imports {@code wire} and {@code model}. Invariant: what a constructor here accepts is within
 * the limits of the document.
 */
@NullMarked
package io.runwisp.client;

import org.jspecify.annotations.NullMarked;
