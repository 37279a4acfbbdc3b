package io.runwisp.api.http;

import io.runwisp.client.BellOperations;
import java.util.List;
import java.util.function.Consumer;

/** The bell. */
record BellRoutes(BellOperations bell) {

    List<Route> routes() {
        return List.of(
                Route.get("/api/notifications", this::page, "limit", "before"),
                Route.get("/api/notifications/unread-count", _ -> Reply.json(bell.unreadCount())),
                Route.post("/api/notifications/read", _ -> {
                    bell.readAll();
                    return Reply.nothing();
                }),
                mark("read", bell::read),
                mark("unread", bell::unread));
    }

    private static Route mark(String word, Consumer<String> operation) {
        return Route.post("/api/notifications/{notificationId}/" + word, call -> {
            String id = call.input().notification();
            call.input().check();
            operation.accept(id);
            return Reply.nothing();
        });
    }

    private Reply page(Call call) {
        int limit = call.input()
            .number("limit", 1, BellOperations.MOST_NOTIFICATIONS,
                    BellOperations.USUAL_NOTIFICATIONS);
        String before = call.input().ulid("before");
        call.input().check();
        return Reply.json(bell.notifications(limit, before));
    }
}
