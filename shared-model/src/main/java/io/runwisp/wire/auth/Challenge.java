package io.runwisp.wire.auth;

import io.runwisp.wire.json.Required;

/**
 * What a login must answer, once and soon.
 *
 * @param nonce 64 hexadecimal digits
 */
public record Challenge(@Required String nonce) {
}
