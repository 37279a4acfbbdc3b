package io.runwisp.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the bell: one occurrence, or several that were folded; then everything but {@code id}, {@code count} and {@code createdAt} is that of the latest.
 *
 * @param occurrences the instants of the latest of them, newest first
 * @param readAt null while it is unread
 */
public record Notice(String id, String fingerprint, EventKind kind, EventSeverity severity, String unit, String runId,
        String title, String body, int count, List<Instant> occurrences, Instant createdAt, Instant lastOccurredAt,
        @Nullable Instant readAt) {

    public Notice {
        occurrences = List.copyOf(occurrences);
    }

    /** The row of the first occurrence. */
    public static Notice first(String id, Occurrence occurrence) {
        return new Notice(id, occurrence.fingerprint(), occurrence.kind(), occurrence.severity(), occurrence.unit(),
                occurrence.runId(), occurrence.title(), occurrence.body(), 1, List.of(occurrence.at()),
                occurrence.at(), occurrence.at(), null);
    }

    /** Whether another occurrence of the same fingerprint still belongs to this row, whichever way the clock was set meanwhile. */
    public boolean takes(Occurrence occurrence, Folding folding) {
        Duration apart = Duration.between(lastOccurredAt, occurrence.at()).abs();
        return fingerprint.equals(occurrence.fingerprint()) && apart.compareTo(folding.window()) <= 0;
    }

    /** The row with one more occurrence; it is unread again. */
    public Notice with(Occurrence occurrence, Folding folding) {
        List<Instant> ring = new ArrayList<>();
        ring.add(occurrence.at());
        ring.addAll(occurrences.subList(0, Math.min(occurrences.size(), folding.ring() - 1)));
        return new Notice(id, fingerprint, occurrence.kind(), occurrence.severity(), occurrence.unit(),
                occurrence.runId(), occurrence.title(), occurrence.body(), Math.addExact(count, 1), ring, createdAt,
                occurrence.at(), null);
    }

    /** The same row, read at some instant, or unread. */
    public Notice readAt(@Nullable Instant instant) {
        return new Notice(id, fingerprint, kind, severity, unit, runId, title, body, count, occurrences, createdAt,
                lastOccurredAt, instant);
    }
}
