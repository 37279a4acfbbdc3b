package io.runwisp.model;

import java.time.Instant;

/**
 * Something that the bell tells of.
 *
 * @param fingerprint what is equal in all occurrences that may be told as one
 * @param unit the task or service, or empty
 * @param runId the run, or empty
 * @param title a few words
 * @param body a sentence
 */
public record Occurrence(String fingerprint, EventKind kind, EventSeverity severity, String unit, String runId,
        String title, String body, Instant at) {
}
