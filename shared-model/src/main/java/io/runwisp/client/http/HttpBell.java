package io.runwisp.client.http;

import io.runwisp.client.BellOperations;
import io.runwisp.wire.notice.NotificationPage;
import io.runwisp.wire.notice.UnreadCount;
import org.jspecify.annotations.Nullable;

/** The bell, over HTTP. */
record HttpBell(Channel channel) implements BellOperations {

    private static final String PATH = "/api/notifications";

    @Override
    public NotificationPage notifications(int limit, @Nullable String before) {
        return channel.ask(NotificationPage.class,
                Ask.get(new Query(PATH).with("limit", limit).with("before", before).toString()));
    }

    @Override
    public UnreadCount unreadCount() {
        return channel.ask(UnreadCount.class, Ask.get(PATH + "/unread-count"));
    }

    @Override
    public void readAll() {
        channel.tell(Ask.post(PATH + "/read"));
    }

    @Override
    public void read(String id) {
        channel.tell(Ask.post(PATH + "/" + Ask.encoded(id) + "/read"));
    }

    @Override
    public void unread(String id) {
        channel.tell(Ask.post(PATH + "/" + Ask.encoded(id) + "/unread"));
    }
}
