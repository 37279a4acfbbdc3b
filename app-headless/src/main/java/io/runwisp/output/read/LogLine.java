package io.runwisp.output.read;

import io.runwisp.output.format.LogStream;

/**
 * A line of a log.
 *
 * @param number its absolute number, counted from 0 and going on over rotations
 * @param millis about when it was written, in Unix milliseconds; 0 when nobody knows
 * @param stream where it comes from
 * @param text what it says, without the prefix of its stream and without the line end
 * @param continued whether it goes on with the line of its stream before, which was too long for one
 */
public record LogLine(long number, long millis, LogStream stream, String text, boolean continued) {
}
