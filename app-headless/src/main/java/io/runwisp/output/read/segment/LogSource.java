package io.runwisp.output.read.segment;

import io.runwisp.output.format.LogFiles;

/**
 * A log to read.
 *
 * @param files where it lies
 * @param growing whether its run has not ended: a last line without its end may then be half of one, and is left out until it is whole. Of a run that was
 *     killed, such a line is all there will ever be, and counts
 */
public record LogSource(LogFiles files, boolean growing) {
}
