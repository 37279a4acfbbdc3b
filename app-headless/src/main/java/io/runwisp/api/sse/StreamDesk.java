package io.runwisp.api.sse;

import io.runwisp.api.stream.EventKinds;
import io.runwisp.api.stream.Feed;
import io.runwisp.api.stream.LiveParts;
import io.runwisp.api.stream.LogCursor;
import io.runwisp.api.stream.LogTiding;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.EventFrame;
import io.runwisp.client.LogQuery;
import io.runwisp.client.StreamOperations;
import io.runwisp.output.read.FollowStart;
import io.runwisp.time.MonotonicClock;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.ProblemItem;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.log.DaemonLine;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens streams for clients. Each operation here is the one of its name in the document; whoever gets a course runs and closes it. All of them may fail with
 * {@code invalid_request}, {@code too_many_streams} and {@code stopping}.
 */
public record StreamDesk(LiveParts parts, StreamRoom room, MonotonicClock clock) {

    private static final String LAST_EVENT_HEADER = "header.Last-Event-ID";
    private static final String LAST_EVENT = "lastEventId";
    private static final String REPLAY = "replay_limit";

    /** Everything that happens. */
    public StreamCourse<EventFrame> events(StreamCall call) {
        String kinds = call.parameter("kinds");
        EventKinds wanted = kinds == null
                ? EventKinds.ALL
                : EventKinds.read(kinds)
                    .orElseThrow(() -> invalid("query.kinds", kinds,
                            "some of run, unit, notification, system and config, with commas between them"));
        return events(call, wanted);
    }

    /** What happens to runs. */
    public StreamCourse<EventFrame> runEvents(StreamCall call) {
        return events(call, EventKinds.RUNS);
    }

    /** What happens to the bell. */
    public StreamCourse<EventFrame> notificationEvents(StreamCall call) {
        return events(call, EventKinds.BELL);
    }

    private StreamCourse<EventFrame> events(StreamCall call, EventKinds kinds) {
        Long after = number(LAST_EVENT_HEADER, call.lastEventId(), 0);
        Long seen = after == null ? number("query." + LAST_EVENT, call.parameter(LAST_EVENT), 0) : after;
        return open(call, StreamManner.EVENTS, Function.identity(), () -> parts.events(seen, kinds));
    }

    /** The log of the daemon. */
    public StreamCourse<String> daemonLog(StreamCall call) {
        return open(call, StreamManner.LINES,
                line -> new EventFrame(null, EventName.LINE.word(), WireJson.text(new DaemonLine(line))),
                parts::daemonLog);
    }

    /**
     * The log of a run.
     *
     * @throws ApiProblem {@code run_unknown} or {@code log_unknown}
     */
    public StreamCourse<LogTiding> log(StreamCall call, String unit, String run) {
        Long last = number(LAST_EVENT_HEADER, call.lastEventId(), 0);
        Long from = number("query.from", call.parameter("from"), Long.MIN_VALUE);
        int replay = replay(call);
        FollowStart start = last == null
                ? new FollowStart.At(from == null ? LogQuery.USUAL_FROM : from)
                : new FollowStart.After(last);
        return open(call, StreamManner.LINES, LogTiding::frame, () -> parts.log(unit, run, start, replay));
    }

    /**
     * The logs of all replicas of a service.
     *
     * @throws ApiProblem {@code unit_unknown}
     */
    public StreamCourse<LogTiding> serviceLog(StreamCall call, String unit) {
        String last = call.lastEventId();
        LogCursor cursor = last == null
                ? null
                : LogCursor.read(last)
                    .orElseThrow(() -> invalid(LAST_EVENT_HEADER, last, "an id that this stream has sent"));
        int replay = replay(call);
        return open(call, StreamManner.LINES, LogTiding::frame, () -> parts.serviceLog(unit, replay, cursor));
    }

    /**
     * A stream of somebody else's.
     *
     * @param form a piece as a frame
     * @param feed opened once there is a place for the stream
     */
    public <P> StreamCourse<P> open(StreamCall call, StreamManner manner, Function<P, EventFrame> form,
            Supplier<Feed<P>> feed) {
        StreamSeat seat = room.enter(call.address());
        boolean open = false;
        try {
            StreamCourse<P> course = new StreamCourse<>(feed.get(), form, manner, seat, clock, call.session());
            open = true;
            return course;
        } finally {
            if (!open) {
                seat.close();
            }
        }
    }

    private static int replay(StreamCall call) {
        Long most = number("query." + REPLAY, call.parameter(REPLAY), 1);
        if (most != null && most > StreamOperations.MOST_REPLAY) {
            throw invalid("query." + REPLAY, most.toString(), "1 to " + StreamOperations.MOST_REPLAY);
        }
        return most == null ? StreamOperations.USUAL_REPLAY : most.intValue();
    }

    private static @Nullable Long number(String place, @Nullable String text, long least) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is refused like one that is too small.
        }
        throw invalid(place, text,
                least == Long.MIN_VALUE ? "a whole number" : "a whole number, " + least + " or more");
    }

    private static ApiProblem invalid(String place, String value, String expected) {
        String shown = value.length() > 100 ? value.substring(0, 100) + "…" : value;
        return new ApiProblem(Problem.of(ProblemCode.INVALID_REQUEST, place + " is not valid.",
                List.of(new ProblemItem("must be " + expected, place, shown))));
    }
}
