package io.runwisp.wire.log;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log.
 *
 * @param n its number, counted from 0 and going on over rotations
 * @param ts about when it was written, in Unix milliseconds; 0 when nobody knows
 * @param stream where it comes from
 * @param text what it says, colours included
 * @param continued true when it goes on with the line before, which was too long for one
 */
public record LogLine(long n, long ts, @Required @Words(LineStream.class) String stream, @Required String text,
        @Nullable Boolean continued) {
}
