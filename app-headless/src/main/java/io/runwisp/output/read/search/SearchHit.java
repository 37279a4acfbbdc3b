package io.runwisp.output.read.search;

import io.runwisp.model.RunId;
import io.runwisp.output.format.LogStream;

/**
 * A line that matches.
 *
 * @param line its absolute number in the log of the run
 * @param createdMillis when the run was created, in Unix milliseconds
 */
public record SearchHit(RunId run, long line, LogStream stream, String text, long createdMillis) {
}
