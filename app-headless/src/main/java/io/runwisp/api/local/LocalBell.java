package io.runwisp.api.local;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.BellOperations;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.model.Notice;
import io.runwisp.store.NoticeQueries;
import io.runwisp.time.WallClock;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.notice.Notification;
import io.runwisp.wire.notice.NotificationPage;
import io.runwisp.wire.notice.UnreadCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bell, answered in this process. What it marks is on the disk when it returns. */
public record LocalBell(NoticeQueries notices, JournalPen pen, WallClock clock) implements BellOperations {

    @Override
    public NotificationPage notifications(int limit, @Nullable String before) {
        if (limit < 1 || limit > MOST_NOTIFICATIONS) {
            throw new ApiProblem(Problem.of(ProblemCode.INVALID_REQUEST,
                    "limit is " + limit + "; it must be within 1 and " + MOST_NOTIFICATIONS + "."));
        }
        List<Notification> items = notices.page(limit, before).stream().map(Notification::of).toList();
        return new NotificationPage(items, items.size() < limit ? null : items.getLast().id());
    }

    @Override
    public UnreadCount unreadCount() {
        return new UnreadCount(notices.unread());
    }

    @Override
    public void readAll() {
        pen.write(new RunJournalChange.MarkAllNotices(clock.now()));
    }

    @Override
    public void read(String id) {
        mark(id, true);
    }

    @Override
    public void unread(String id) {
        mark(id, false);
    }

    private void mark(String id, boolean read) {
        Notice notice = notices.find(id)
            .orElseThrow(() -> new ApiProblem(Problem.of(ProblemCode.NOTIFICATION_UNKNOWN,
                    "The bell has no row " + id + "; the oldest rows are forgotten.")));
        if ((notice.readAt() != null) != read) {
            pen.write(new RunJournalChange.MarkNotice(id, read, clock.now()));
        }
    }
}
