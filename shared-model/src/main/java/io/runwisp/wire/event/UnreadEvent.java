package io.runwisp.wire.event;

/** Rows of the bell were read or became unread. */
public record UnreadEvent(int unreadCount) {
}
