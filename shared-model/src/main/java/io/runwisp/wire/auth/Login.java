package io.runwisp.wire.auth;

import io.runwisp.wire.json.Required;

/**
 * The answer to a challenge.
 *
 * @param response SHA-256 of password, colon and nonce, as 64 lower-case hexadecimal digits
 */
public record Login(@Required String nonce, @Required String response) {
}
