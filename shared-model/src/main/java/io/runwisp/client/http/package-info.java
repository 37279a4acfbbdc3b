/**
 * {@link io.runwisp.client.DaemonApi} over HTTP: login, answers, and streams that go on by themselves.
 *
 * <p>Owned by no thread; each stream has a virtual thread of its own. Imports other parts of {@code client}, {@code wire} and {@code model}. Invariants: an
 * operation that was refused for want of a token is repeated once after a login, any other never; a stream tells nothing twice and leaves nothing out
 * without saying so; every wait has a bound.
 */
@NullMarked
package io.runwisp.client.http;

import org.jspecify.annotations.NullMarked;
