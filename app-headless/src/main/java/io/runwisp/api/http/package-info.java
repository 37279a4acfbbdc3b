/**
 * The API over HTTP. {@link io.runwisp.api.http.Front} decides about a request from its first byte to its answer and knows no server; its routes parse, call
 * {@link io.runwisp.client.DaemonApi} and map what comes; {@link io.runwisp.api.http.ApiServer} joins it to Helidon.
 *
 * <p>Each request has a virtual thread of its own. Imports {@code api.sse}, {@code auth}, {@code client}, {@code wire} and {@code model}. Invariants: every answer
 * carries the security headers; every fault is a problem with a stable code; nothing is called before the gate and the limits have let it pass.
 */
@NullMarked
package io.runwisp.api.http;

import org.jspecify.annotations.NullMarked;
