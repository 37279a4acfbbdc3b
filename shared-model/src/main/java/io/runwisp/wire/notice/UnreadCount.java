package io.runwisp.wire.notice;

/** How many rows of the bell are unread. */
public record UnreadCount(int count) {
}
