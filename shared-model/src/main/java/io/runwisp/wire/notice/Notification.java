package io.runwisp.wire.notice;

import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Notice;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the bell: one occurrence, or several that were folded.
 *
 * @param fingerprint what occurrences are folded by
 * @param taskName the unit, or empty
 * @param runId the latest run, or empty
 * @param count how many occurrences it stands for
 * @param occurrences the latest of them, newest first
 * @param readAt absent while it is unread
 */
public record Notification(@Required String id, @Required String fingerprint,
        @Required @Words(EventKind.class) String kind, @Required @Words(EventSeverity.class) String severity,
        @Required String taskName, @Required String runId, @Required String title, @Required String body, int count,
        List<Instant> occurrences, @Required Instant createdAt, @Required Instant lastOccurredAt,
        @Nullable Instant readAt) {

    public Notification {
        occurrences = List.copyOf(occurrences);
    }

    /** The row that the journal holds, as the API shows it. */
    public static Notification of(Notice notice) {
        return new Notification(notice.id(), notice.fingerprint(), notice.kind().word(), notice.severity().word(),
                notice.unit(), notice.runId(), notice.title(), notice.body(), notice.count(), notice.occurrences(),
                notice.createdAt(), notice.lastOccurredAt(), notice.readAt());
    }
}
