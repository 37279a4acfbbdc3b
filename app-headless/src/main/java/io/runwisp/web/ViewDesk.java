package io.runwisp.web;

import io.runwisp.api.sse.StreamCall;
import io.runwisp.api.sse.StreamCourse;
import io.runwisp.api.sse.StreamDesk;
import io.runwisp.api.sse.StreamManner;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.EventFrame;
import io.runwisp.time.MonotonicClock;
import io.runwisp.view.screen.ScreenKind;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Serves pages: a screen once, or a stream with slots. Any thread. */
final class ViewDesk {

    private static final String ZONE = "zone";
    private static final String LOG = "log";

    private final ViewRoom room;
    private final StreamDesk streams;
    private final Map<String, ViewFeed> feeds = new ConcurrentHashMap<>();

    /** A desk at which nobody is. */
    ViewDesk(Sources sources, StreamDesk streams, MonotonicClock clock, BiConsumer<String, Throwable> faults) {
        this.room = new ViewRoom(sources, clock, faults);
        this.streams = streams;
    }

    /** Whether somebody watches. */
    boolean isWatched() {
        return room.isWatched();
    }

    /** A screen as it is now. */
    Record once(String screen, Map<String, String> query) {
        Map<String, String> said = new HashMap<>(query);
        String zone = said.remove(ZONE);
        return room.once(wanted(screen, said, zone));
    }

    private Wanted wanted(String screen, Map<String, String> query, @Nullable String zone) {
        ScreenKind kind = ScreenKind.ofWord(screen)
            .orElseThrow(() -> Wanted.invalid("screen", "must be one of those that there are"));
        return Wanted.of(kind, query, zone, usual());
    }

    private ZoneId usual() {
        return room.sources().config().config().zone();
    }

    /** A stream. */
    StreamCourse<EventFrame> stream(StreamCall call) {
        return streams.open(call, StreamManner.VIEWS, Function.identity(), () -> {
            String connection = UUID.randomUUID().toString();
            ViewFeed feed = new ViewFeed(connection, room, () -> feeds.remove(connection));
            feeds.put(connection, feed);
            return feed;
        });
    }

    /** What a slot shows from now on. */
    void show(String connection, String slot, SlotWish wish) {
        ViewFeed feed = feed(connection);
        if (wish.screen().equals(LOG)) {
            feed.print(slot, wish.said());
        } else {
            feed.show(slot, wanted(wish.screen(), wish.said(), wish.zone()), Boolean.TRUE.equals(wish.patches()));
        }
    }

    /** A slot shows nothing from now on. */
    void clear(String connection, String slot) {
        feed(connection).clear(slot);
    }

    private ViewFeed feed(String connection) {
        ViewFeed feed = feeds.get(connection);
        if (feed == null) {
            throw new ApiProblem(Problem.of(ProblemCode.CONNECTION_UNKNOWN,
                    "There is no such connection, or not any more: open GET /api/view/stream again."));
        }
        return feed;
    }
}
