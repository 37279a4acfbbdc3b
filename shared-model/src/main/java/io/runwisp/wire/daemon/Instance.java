package io.runwisp.wire.daemon;

import io.runwisp.wire.json.Required;

/**
 * Who listens on this port, for those on the same machine who want to know whether it is theirs.
 *
 * @param app always {@code runwisp}
 */
public record Instance(@Required String app, @Required String version, @Required String fingerprint, long pid,
        @Required String dataDir, @Required String configPath) {
}
