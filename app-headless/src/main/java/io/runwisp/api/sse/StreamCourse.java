package io.runwisp.api.sse;

import io.runwisp.api.stream.Feed;
import io.runwisp.client.ApiFailure;
import io.runwisp.client.EventFrame;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.Turns;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stream, from its first frame to its end: when nothing comes any more, its time is over, its client is too slow, or the daemon ends.
 *
 * @param <P> the pieces of the feed
 * @param form a piece as a frame
 * @param longest how long it may last, or null for as long as its manner says
 */
public record StreamCourse<P>(Feed<P> feed, Function<P, EventFrame> form, StreamManner manner, StreamSeat seat,
        MonotonicClock clock,
        @Nullable Duration longest) implements AutoCloseable {

    /**
     * Writes until the end. The thread of the seat's.
     *
     * @param target stays open
     * @throws IOException when the client has gone, or was cut off
     */
    public void run(OutputStream target) throws IOException {
        long end = clock.nanos() + life().toNanos();
        FrameWriter writer = new FrameWriter(target, seat);
        seat.wakeBy(feed::wake);
        if (manner != StreamManner.VIEWS) {
            signOfLife(writer);
        }
        try {
            while (!seat.isEnding() && !feed.isDone() && !feed.wasSlow()) {
                long left = end - clock.nanos();
                if (left <= 0) {
                    return;
                }
                step(writer, Duration.ofNanos(left));
            }
        } catch (ApiFailure e) {
            // Whoever comes back is told as an answer why it cannot go on.
        } catch (InterruptedException e) {
            // Only whoever ends the program does that.
        }
    }

    private void step(FrameWriter writer, Duration left) throws IOException, InterruptedException {
        if (seat.takeAsked()) {
            signOfLife(writer);
        }
        List<P> pieces = feed.poll();
        if (!pieces.isEmpty()) {
            for (P piece : pieces) {
                writer.frame(form.apply(piece));
            }
            writer.flush();
            Turns.pass();
        } else if (!feed.isDone()) {
            boolean last = left.compareTo(manner.heartbeat()) <= 0;
            if (!feed.await(last ? left : manner.heartbeat()) && !last) {
                signOfLife(writer);
            }
        }
    }

    private void signOfLife(FrameWriter writer) throws IOException {
        writer.place(feed.place());
        writer.ping(manner);
        writer.flush();
    }

    private Duration life() {
        return longest == null ? manner.life() : shorter(longest, manner.life());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        try (seat) {
            feed.close();
        }
    }
}
