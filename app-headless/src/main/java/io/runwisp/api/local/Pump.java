package io.runwisp.api.local;

import io.runwisp.api.stream.Feed;
import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.StreamListener;
import io.runwisp.client.Subscription;
import io.runwisp.time.Turns;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a feed and tells a listener, on a virtual thread of its own. A listener that is slow makes things wait in the feed and nowhere else.
 *
 * @param <P> the pieces of the feed
 * @param <T> what the listener is told
 */
final class Pump<P, T> implements Subscription {

    /** A feed wakes whoever takes from it; this is only how long a wait is. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Feed<P> feed;
    private final Function<P, Optional<T>> reading;
    private final StreamListener<T> listener;
    private final Thread thread = Thread.ofVirtual().name("runwisp-local-stream").unstarted(this::run);
    private volatile boolean closed;

    private Pump(Feed<P> feed, Function<P, Optional<T>> reading, StreamListener<T> listener) {
        this.feed = feed;
        this.reading = reading;
        this.listener = listener;
    }

    static <P, T> Subscription begin(Feed<P> feed, Function<P, Optional<T>> reading, StreamListener<T> listener) {
        Pump<P, T> pump = new Pump<>(feed, reading, listener);
        pump.thread.start();
        return pump;
    }

    private void run() {
        ApiFailure why = null;
        try (feed) {
            while (!closed && !feed.isDone()) {
                boolean any = false;
                for (P piece : feed.poll()) {
                    any = true;
                    tell(piece);
                }
                if (any) {
                    Turns.pass();
                } else if (!feed.isDone()) {
                    boolean _ = feed.await(PATIENCE);
                }
            }
        } catch (ApiFailure e) {
            why = e;
        } catch (InterruptedException e) {
            closed = true;
        } catch (RuntimeException e) {
            why = new ApiProblem(Problem.of(ProblemCode.INTERNAL, "The stream ended by a fault of the daemon: " + e));
        }
        end(why);
    }

    private void tell(P piece) {
        if (!closed) {
            reading.apply(piece).ifPresent(listener::next);
        }
    }

    private void end(@Nullable ApiFailure why) {
        if (!closed) {
            listener.ended(why);
        }
    }

    @Override
    public void close() {
        closed = true;
        feed.wake();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
