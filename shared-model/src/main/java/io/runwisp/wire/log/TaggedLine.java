package io.runwisp.wire.log;

import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.Required;

/**
 * A line of one replica in the log of a whole service.
 *
 * @param line the line
 */
public record TaggedLine(@Required String runId, int replicaIndex, @Required @Flat LogLine line) {
}
