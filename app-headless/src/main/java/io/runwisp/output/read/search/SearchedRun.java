package io.runwisp.output.read.search;

import io.runwisp.model.RunId;
import io.runwisp.output.read.segment.LogSource;

/**
 * A run whose log is searched.
 *
 * @param createdMillis when the run was created, in Unix milliseconds
 */
public record SearchedRun(RunId run, long createdMillis, LogSource log) {
}
