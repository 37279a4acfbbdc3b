package io.runwisp.wire.event;

import io.runwisp.wire.json.Required;
import io.runwisp.wire.notice.Notification;

/**
 * A row of the bell is new or has changed.
 *
 * @param unreadCount -1 when it is not known
 */
public record NotificationEvent(@Required Notification notification, int unreadCount) {
}
