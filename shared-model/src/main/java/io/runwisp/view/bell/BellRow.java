package io.runwisp.view.bell;

import io.runwisp.model.EventSeverity;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.notice.Notification;
import java.util.List;

/**
 * A row of the bell.
 *
 * @param rhythm when it happened, and how often
 * @param strip how often in each eighth of the time that the rhythm speaks of, newest last, 0 to 7; none when there is nothing to draw
 * @param runId the latest run; empty for none
 * @param unit the unit; empty for none
 */
public record BellRow(String id, Mark mark, Tone tone, String title, String body, String rhythm, String at,
        List<Integer> strip, String unit, String runId, boolean unread) {

    public BellRow {
        strip = List.copyOf(strip);
    }

    /** The row of a notification. */
    public static BellRow of(Notification row, Now now) {
        Tone tone = tone(row.severity());
        return new BellRow(row.id(), mark(tone), tone, row.title(), row.body(), Repeats.phrase(row, now),
                Times.exact(row.lastOccurredAt(), now), Repeats.strip(row, now), row.taskName(), row.runId(),
                row.readAt() == null);
    }

    /** What stands on the bell: the number, short; empty for none. */
    public static String badge(int unread) {
        return unread <= 0 ? "" : unread > 99 ? "99+" : Integer.toString(unread);
    }

    private static Tone tone(String severity) {
        return severity.equals(EventSeverity.ERROR.word())
                ? Tone.BAD
                : severity.equals(EventSeverity.WARN.word()) ? Tone.WARN : Tone.QUIET;
    }

    private static Mark mark(Tone tone) {
        return tone == Tone.BAD ? Mark.FAILED : tone == Tone.WARN ? Mark.DEGRADED : Mark.SUCCEEDED;
    }
}
