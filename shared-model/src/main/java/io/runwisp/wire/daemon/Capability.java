package io.runwisp.wire.daemon;

import io.runwisp.wire.json.Required;

/** Whether the daemon can do something. */
public record Capability(@Required String name, boolean available) {
}
