package io.runwisp.wire.event;

import io.runwisp.wire.json.Required;

/** Events were lost to this client: fetch everything anew, then go on listening. */
public record Resync(@Required String reason) {
}
