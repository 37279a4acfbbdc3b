package io.runwisp.wire.auth;

import io.runwisp.wire.json.Required;

/**
 * What lets a client in for a day.
 *
 * @param token a JWT, to be sent as {@code Authorization: Bearer}
 */
public record Token(@Required String token) {
}
