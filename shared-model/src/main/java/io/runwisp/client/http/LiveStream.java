package io.runwisp.client.http;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.EventFrame;
import io.runwisp.client.StreamListener;
import io.runwisp.client.Subscription;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.json.WireFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stream that goes on where it was after it was cut. It has a thread, which alone calls the listener: one of the
 * system, because behind a virtual thread that waits for a socket the JVM keeps one in the kernel for ever, and an end of the process waits 300 ms for it.
 *
 * @param <T> what is told
 */
final class LiveStream<T> implements Subscription {

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    /** What time may heal; whatever else a daemon says no to, it will say no to again. */
    private static final Set<String> PASSING = Set.of(ProblemCode.TOO_MANY_STREAMS.word(),
            ProblemCode.TOO_MANY_REQUESTS.word(), ProblemCode.STOPPING.word(), ProblemCode.JOURNAL_STALLED.word(),
            ProblemCode.ENGINE_STUCK.word(), ProblemCode.INTERNAL.word(), ProblemCode.STORAGE_FAILED.word());

    private final Channel channel;
    private final Ask first;
    private final Tale<T> tale;
    private final StreamListener<T> listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Channel.@Nullable Answer open;
    private @Nullable String lastSeen;

    /** How what a stream tells is to be understood. */
    interface Tale<T> {

        /** How long nothing may come, not even a sign of life. */
        Duration silence();

        /** What a frame says, or null when it is nothing for the listener. */
        @Nullable
        T understand(EventFrame frame);

        /** Whether nothing comes after this. */
        boolean isLast(T event);

        /** What to tell when the stream goes on without a place to go on from, or null when nothing can be missing. */
        @Nullable
        T afterAGap();
    }

    private LiveStream(Channel channel, Ask first, Tale<T> tale, StreamListener<T> listener) {
        this.channel = channel;
        this.first = first;
        this.tale = tale;
        this.listener = listener;
        this.lastSeen = first.lastSeen();
        this.open = channel.open(first);
        this.thread = Thread.ofPlatform()
            .name("runwisp-stream " + first.path())
            .daemon()
            .unstarted(this::listen);
    }

    /** Opens a stream; what is refused at once is thrown here, what is refused later ends it. */
    static <T> LiveStream<T> begin(Channel channel, Ask first, Tale<T> tale, StreamListener<T> listener) {
        LiveStream<T> stream = new LiveStream<>(channel, first, tale, listener);
        stream.thread.start();
        return stream;
    }

    private void listen() {
        Duration wait = Duration.ZERO;
        boolean pause = false;
        while (!closed()) {
            ApiFailure why = null;
            try {
                if (open == null) {
                    open = channel.open(first.behind(lastSeen));
                    missed();
                }
                if (pause) {
                    pause = false;
                    listener.resumed();
                }
                int told = hear();
                if (told < 0) {
                    return;
                }
                wait = told > 0 ? Duration.ZERO : longer(wait);
            } catch (IOException e) {
                why = channel.faults().broken(first, e);
            } catch (ApiFailure e) {
                why = e;
            } finally {
                hangUp();
            }
            if (why != null) {
                if (closed()) {
                    return;
                }
                if (why instanceof ApiProblem problem && !PASSING.contains(problem.problem().code())) {
                    listener.ended(why);
                    return;
                }
                if (!pause) {
                    pause = true;
                    listener.paused(why);
                }
                wait = longer(wait);
            }
            rest(wait);
        }
    }

    /** Hears until the connection ends; answers how much was told, or less than nothing when nothing more will come. */
    private int hear() throws IOException {
        Channel.Answer answer = open;
        if (answer == null) {
            return 0;
        }
        FrameReader frames = new FrameReader(answer.body(), tale.silence());
        int told = 0;
        for (EventFrame frame = frames.next(); frame != null && !closed(); frame = frames.next()) {
            told++;
            T event;
            try {
                event = tale.understand(frame);
            } catch (WireFault e) {
                listener.ended(channel.faults().notUnderstood(first, answer.headers(), e));
                return -1;
            }
            if (event != null) {
                listener.next(event);
            }
            if (frame.id() != null) {
                lastSeen = frame.id();
            }
            if (event != null && tale.isLast(event)) {
                listener.ended(null);
                return -1;
            }
        }
        return closed() ? -1 : told;
    }

    private void missed() {
        T gap = lastSeen == null ? tale.afterAGap() : null;
        if (gap != null) {
            listener.next(gap);
        }
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.isZero() ? FIRST_WAIT : wait.multipliedBy(2);
        return next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
    }

    /** Many clients of a daemon that was restarted do not come back at the same moment. */
    private void rest(Duration wait) {
        long millis = wait.toMillis();
        if (millis == 0) {
            return;
        }
        try {
            boolean _ = closing.await(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1),
                    TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void hangUp() {
        Channel.Answer answer = open;
        open = null;
        if (answer != null) {
            answer.body().close();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Channel.Answer answer = open;
        if (answer != null) {
            answer.body().close();
        }
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
