package io.runwisp.output;

import io.runwisp.output.format.LogStream;

/**
 * A line that has just been written.
 *
 * @param number its absolute number in the log, counted from 0 and going on over rotations
 * @param millis about when it was written, in Unix milliseconds, as a page of the log says it; 0 when nobody knows
 * @param stream where it comes from
 * @param text what it says, without the prefix of its stream and without the line end
 * @param continued whether it goes on with the line before, which was too long for one
 * @param bytes what it takes in the file, with prefix and line end
 */
public record LiveLine(long number, long millis, LogStream stream, String text, boolean continued, int bytes) {
}
