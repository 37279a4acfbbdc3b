package io.runwisp.wire.log;

import io.runwisp.wire.json.Required;

/** A line of the daemon's own log. */
public record DaemonLine(@Required String line) {
}
