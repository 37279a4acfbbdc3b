package io.runwisp.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The start of a run, which is on record before its process exists.
 *
 * @param logFile the name of its log file, or null when it has none
 * @param process its process, or null until there is one
 */
public record RunStart(Instant at, @Nullable String logFile, @Nullable ProcessIdentity process) {
}
