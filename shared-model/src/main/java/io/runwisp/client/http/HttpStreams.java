package io.runwisp.client.http;

import io.runwisp.client.DaemonEvent;
import io.runwisp.client.EventFrame;
import io.runwisp.client.LogEvent;
import io.runwisp.client.StreamListener;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.Subscription;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.log.DaemonLine;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes on, over HTTP. */
record HttpStreams(Channel channel) implements StreamOperations {

    /** Signs of life come each 30 s on events and each 15 s on logs: two of them may be late. */
    private static final Duration SILENCE_OF_EVENTS = Duration.ofSeconds(75);
    private static final Duration SILENCE_OF_LOGS = Duration.ofSeconds(40);
    private static final String CUT = "the connection was cut before the first event";

    @Override
    public Subscription events(@Nullable Long after, StreamListener<DaemonEvent> listener) {
        return LiveStream.begin(channel,
                Ask.get("/api/events/stream").behind(after == null ? null : after.toString()), new Events(), listener);
    }

    @Override
    public Subscription daemonLog(StreamListener<String> listener) {
        return LiveStream.begin(channel, Ask.get("/api/daemon/log-stream"),
                new Lines<String>(HttpStreams::daemonLine, _ -> false), listener);
    }

    @Override
    public Subscription logStream(String unit, String run, long from, int replay, StreamListener<LogEvent> listener) {
        String path = new Query(Ask.run(unit, run) + "/log/stream").with("from", from)
            .with("replay_limit", replay)
            .toString();
        return LiveStream.begin(channel, Ask.get(path),
                new Lines<LogEvent>(frame -> LogEvent.read(frame).orElse(null), LogEvent.Done.class::isInstance),
                listener);
    }

    @Override
    public Subscription serviceLogStream(String service, int replay, StreamListener<LogEvent> listener) {
        String path = new Query(Ask.unit(service) + "/log/stream").with("replay_limit", replay).toString();
        return LiveStream.begin(channel, Ask.get(path),
                new Lines<LogEvent>(frame -> LogEvent.readTagged(frame).orElse(null), _ -> false), listener);
    }

    private static @Nullable String daemonLine(EventFrame frame) {
        return frame.name().equals(EventName.LINE.word())
                ? WireJson.read(DaemonLine.class, frame.data()).line()
                : null;
    }

    private record Events() implements LiveStream.Tale<DaemonEvent> {

        @Override
        public Duration silence() {
            return SILENCE_OF_EVENTS;
        }

        @Override
        public @Nullable DaemonEvent understand(EventFrame frame) {
            return DaemonEvent.read(frame).orElse(null);
        }

        @Override
        public boolean isLast(DaemonEvent event) {
            return false;
        }

        @Override
        public DaemonEvent afterAGap() {
            return new DaemonEvent.EventsLost(new Resync(CUT));
        }
    }

    private record Lines<T>(Function<EventFrame, @Nullable T> reading, Predicate<T> last)
            implements
                LiveStream.Tale<T> {

        @Override
        public Duration silence() {
            return SILENCE_OF_LOGS;
        }

        @Override
        public @Nullable T understand(EventFrame frame) {
            return reading.apply(frame);
        }

        @Override
        public boolean isLast(T event) {
            return last.test(event);
        }

        @Override
        public @Nullable T afterAGap() {
            return null;
        }
    }
}
