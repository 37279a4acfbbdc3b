package io.runwisp.client;

import io.runwisp.wire.notice.NotificationPage;
import io.runwisp.wire.notice.UnreadCount;
import org.jspecify.annotations.Nullable;

/** The part of {@link DaemonApi} about the bell. */
public interface BellOperations {

    /** The most rows of a page. */
    int MOST_NOTIFICATIONS = 500;
    /** How many rows a page has when nobody says. */
    int USUAL_NOTIFICATIONS = 50;

    /**
     * A piece of the bell, newest first.
     *
     * @param limit the most rows, 1 to {@link #MOST_NOTIFICATIONS}
     * @param before the row to go on behind, or null for the newest
     */
    NotificationPage notifications(int limit, @Nullable String before);

    /** How many rows are unread. */
    UnreadCount unreadCount();

    /** Marks all rows as read. */
    void readAll();

    /**
     * Marks a row as read.
     *
     * @throws ApiProblem {@code notification_unknown}
     */
    void read(String id);

    /**
     * Marks a row as unread.
     *
     * @throws ApiProblem {@code notification_unknown}
     */
    void unread(String id);
}
