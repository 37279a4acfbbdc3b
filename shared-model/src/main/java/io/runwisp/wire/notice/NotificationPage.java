package io.runwisp.wire.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the bell, newest first.
 *
 * @param nextCursor what to ask for with {@code before} to go on
 */
public record NotificationPage(List<Notification> items, @Nullable String nextCursor) {

    public NotificationPage {
        items = List.copyOf(items);
    }
}
