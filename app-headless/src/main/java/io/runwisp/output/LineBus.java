package io.runwisp.output;

import io.runwisp.model.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where the lines of open logs can be followed. Thread-safe.
 *
 * <p>To follow a log without a gap or a line twice: subscribe first, then read the file up to its last whole line, then go on with the lines of the
 * subscription whose numbers are higher. A line that was published before the subscription began is in the file already.
 */
public final class LineBus {

    private final Map<RunId, Channel> channels = new ConcurrentHashMap<>();

    /** The way of one open log's lines to those who follow it; used by the thread that writes the log. */
    public final class Channel implements AutoCloseable {

        private final RunId run;
        private final CopyOnWriteArrayList<LineSubscription> subscriptions = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        private Channel(RunId run) {
            this.run = run;
        }

        /** Whether anybody listens: if not, there is nothing to publish. To be asked after the lines are in the file. */
        public boolean isFollowed() {
            return !subscriptions.isEmpty();
        }

        /** Hands over lines that are in the file, in their order. Never waits for those who listen. */
        public void publish(List<LiveLine> lines) {
            for (LineSubscription subscription : subscriptions) {
                subscription.offer(lines);
            }
        }

        /** Hands over what a stream shows now. */
        public void publish(LiveRegion region) {
            for (LineSubscription subscription : subscriptions) {
                subscription.offer(region);
            }
        }

        /** The log is complete: every subscription ends with what it has. */
        @Override
        public void close() {
            channels.remove(run, this);
            closed = true;
            subscriptions.forEach(LineSubscription::end);
        }

        private LineSubscription subscribe(Runnable wake, int share) {
            LineSubscription subscription = new LineSubscription(wake, subscriptions::remove, share);
            subscriptions.add(subscription);
            if (closed) {
                subscription.end();
            }
            return subscription;
        }
    }

    /** Opens the channel of a log that is about to be written. */
    public Channel open(RunId run) {
        Channel channel = new Channel(run);
        channels.put(run, channel);
        return channel;
    }

    /**
     * Begins to follow a log.
     *
     * @param wake called, by the thread that writes, when there is something to drain where there was nothing: it must return at once
     * @return empty when the log is not open: then all of it is in its files
     */
    public Optional<LineSubscription> subscribe(RunId run, Runnable wake) {
        return subscribe(run, wake, 1);
    }

    /** The same for somebody who follows several logs, and divides the usual room into so many shares. */
    public Optional<LineSubscription> subscribe(RunId run, Runnable wake, int share) {
        return Optional.ofNullable(channels.get(run)).map(channel -> channel.subscribe(wake, share));
    }
}
