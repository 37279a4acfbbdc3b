package io.runwisp.wire.log;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;

/**
 * A line that matches.
 *
 * @param n the number of the line
 * @param ts when the run was created, in Unix milliseconds
 */
public record SearchHit(@Required String runId, long n, @Required @Words(LineStream.class) String stream,
        @Required String text, long ts) {
}
