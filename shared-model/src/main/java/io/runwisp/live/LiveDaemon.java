package io.runwisp.live;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonApi;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.RunQuery;
import io.runwisp.client.StreamListener;
import io.runwisp.client.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is so at a daemon, kept true for as long as somebody looks: listens first and fetches then, applies what it hears to what it has fetched, and fetches anew
 * after a gap. It survives restarts of the daemon; what was so is shown until it is known again.
 */
public final class LiveDaemon implements AutoCloseable {

    /** How many things may wait to be handled; whoever reports more waits. */
    private static final int MAILBOX = 1024;
    /** Before a thing is asked for again, so that a busy daemon is not asked all the time. */
    private static final Duration BREATH = Duration.ofMillis(100);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final DaemonApi api;
    private final LiveListener listener;
    private final BlockingQueue<Runnable> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Follower<?>> followers = new ArrayList<>();
    private final List<DaemonEvent> heard = new ArrayList<>();
    private final Thread thread;
    private Link link = new Link.Connecting();
    private @Nullable Subscription subscription;

    /** Begins at once; the listener hears of everything, the failure to connect included. */
    public LiveDaemon(DaemonApi api, LiveListener listener) {
        this.api = api;
        this.listener = listener;
        followers.add(new Follower<>(Picture::of, listener::picture));
        thread = Thread.ofVirtual().name("runwisp-live").start(this::loop);
    }

    /** Keeps a piece of a list of runs true, until the subscription is closed. */
    public Subscription watch(RunQuery query, Consumer<RunWindow> window) {
        Follower<RunWindow> follower = new Follower<>(daemon -> RunWindow.of(daemon, query), window);
        var _ = post(() -> {
            followers.add(follower);
            fetch();
        });
        return () -> {
            var _ = post(() -> followers.remove(follower));
        };
    }

    /** Tries again after a refusal, such as with another password. */
    public void retry() {
        var _ = post(() -> {
            if (link instanceof Link.Refused) {
                show(new Link.Connecting());
                connect(Duration.ZERO);
            }
        });
    }

    private void loop() {
        listener.link(link);
        connect(Duration.ZERO);
        while (closing.getCount() > 0) {
            try {
                mailbox.take().run();
                for (Runnable next = mailbox.poll(); next != null; next = mailbox.poll()) {
                    next.run();
                }
            } catch (InterruptedException e) {
                closing.countDown();
            }
            if (closing.getCount() > 0) {
                fetch();
                followers.forEach(Follower::tell);
                tellHeard();
            }
        }
        hangUp();
    }

    private void tellHeard() {
        if (!heard.isEmpty()) {
            listener.heard(List.copyOf(heard));
            heard.clear();
        }
    }

    private void connect(Duration wait) {
        aside(() -> {
            rest(wait);
            try {
                Subscription opened = api.events(null, new Ear());
                if (!post(() -> connected(opened))) {
                    opened.close();
                }
            } catch (ApiFailure e) {
                var _ = post(() -> disconnected(e, wait));
            }
        });
    }

    private void connected(Subscription opened) {
        subscription = opened;
        followers.forEach(Follower::doubt);
        show(new Link.Live());
    }

    private void disconnected(ApiFailure why, Duration waited) {
        hangUp();
        boolean lasting = why instanceof ApiProblem
                || why instanceof DaemonUnreachable away && away.reason() == DaemonUnreachable.Reason.OTHER_VERSION;
        if (lasting) {
            show(new Link.Refused(why));
        } else {
            show(new Link.Lost(why));
            connect(longer(waited));
        }
    }

    private void fetch() {
        if (link instanceof Link.Live) {
            followers.forEach(this::fetch);
        }
    }

    private <S extends Followed<S>> void fetch(Follower<S> follower) {
        Function<DaemonApi, S> question = follower.wanted();
        if (question == null) {
            return;
        }
        Duration before = follower.known() ? BREATH : Duration.ZERO;
        aside(() -> {
            rest(before);
            try {
                S answer = question.apply(api);
                var _ = post(() -> follower.fetched(answer));
            } catch (ApiFailure e) {
                rest(AFTER_A_FAILURE);
                var _ = post(follower::failed);
            }
        });
    }

    private void show(Link now) {
        link = now;
        listener.link(now);
    }

    private void hangUp() {
        Subscription open = subscription;
        subscription = null;
        if (open != null) {
            open.close();
        }
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.isZero() ? BREATH : wait.multipliedBy(2);
        return next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
    }

    private void aside(Runnable work) {
        Thread.ofVirtual().name("runwisp-live-call").start(work);
    }

    /** Answers whether it will be handled; it is not once this is closed. */
    private boolean post(Runnable message) {
        boolean posted = false;
        try {
            while (!posted && closing.getCount() > 0) {
                posted = mailbox.offer(message, BREATH.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return posted;
    }

    private void rest(Duration wait) {
        try {
            boolean _ = closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it. When this returns, no listener is called any more, unless this is called by one. */
    @Override
    public void close() {
        closing.countDown();
        boolean _ = mailbox.offer(() -> {
        });
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands on what is heard. */
    private final class Ear implements StreamListener<DaemonEvent> {

        @Override
        public void next(DaemonEvent event) {
            var _ = post(() -> {
                heard.add(event);
                followers.forEach(follower -> follower.hear(event));
            });
        }

        @Override
        public void paused(ApiFailure why) {
            var _ = post(() -> show(new Link.Lost(why)));
        }

        @Override
        public void resumed() {
            var _ = post(() -> {
                followers.forEach(Follower::doubt);
                show(new Link.Live());
            });
        }

        @Override
        public void ended(@Nullable ApiFailure why) {
            if (why != null) {
                var _ = post(() -> disconnected(why, Duration.ZERO));
            }
        }
    }
}
