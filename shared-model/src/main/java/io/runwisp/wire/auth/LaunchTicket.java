package io.runwisp.wire.auth;

import io.runwisp.wire.json.Required;

/** What lets a browser on the same machine in, once and soon. */
public record LaunchTicket(@Required String ticket) {
}
