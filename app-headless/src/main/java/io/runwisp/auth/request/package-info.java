/**
 * What the headers of a request say about who sent it, and what they must not be believed about: address behind proxies,
 * host, origin, cookies, tokens, where a login may lead.
 *
 * <p>Owned by no thread: values and pure functions. Imports {@code model}. Invariants: nothing is believed of a peer that is
 * not a trusted proxy; no text in a header makes anything throw; what cannot be read counts as hostile or as absent,
 * whichever lets less in.
 */
@NullMarked
package io.runwisp.auth.request;

import org.jspecify.annotations.NullMarked;
