package io.runwisp.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.BellOperations;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.HostOperations;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogOperations;
import io.runwisp.client.RunOperations;
import io.runwisp.client.RunQuery;
import io.runwisp.client.StreamListener;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.Subscription;
import io.runwisp.client.UnitOperations;
import io.runwisp.model.RunFilter;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.notice.UnreadCount;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiveDaemonTest {

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final Stage stage = new Stage();
    private final LiveDaemon live = new LiveDaemon(stage, new LiveListener() {

        @Override
        public void link(Link link) {
            heard.add(link);
        }

        @Override
        public void picture(Picture picture) {
            heard.add(picture);
        }
    });

    @AfterEach
    void end() {
        live.close();
    }

    @Test
    void whatIsSoIsToldAndThenWhatChanges() throws Exception {
        await(Link.class, Link.Live.class::isInstance);
        assertEquals("idle", await(Picture.class, _ -> true).units().firstEntry().getValue().now().state());
        stage.say(Things.told(Things.task("a", "running", 0, null)));
        await(Picture.class, picture -> picture.units().firstEntry().getValue().now().state().equals("running"));
    }

    @Test
    void aDaemonThatIsAwayIsToldAndWhatWasMissedIsFetched() throws Exception {
        await(Picture.class, _ -> true);
        stage.ear().paused(away());
        assertInstanceOf(Link.Lost.class, await(Link.class, Link.Lost.class::isInstance));
        stage.fingerprint = "loud-heron";
        stage.ear().resumed();
        await(Picture.class, picture -> picture.info().fingerprint().equals("loud-heron"));
        stage.fingerprint = "third-crane";
        stage.say(new DaemonEvent.EventsLost(new Resync("too old")));
        await(Picture.class, picture -> picture.info().fingerprint().equals("third-crane"));
    }

    @Test
    void aRefusalIsToldOnceAndTriedAgainWhenSomebodyWantsIt() throws Exception {
        await(Picture.class, _ -> true);
        stage.ear().ended(new ApiProblem(Problem.of(ProblemCode.PASSWORD_WRONG, "the password is wrong")));
        await(Link.class, Link.Refused.class::isInstance);
        int before = stage.connects.get();
        live.retry();
        await(Link.class, Link.Connecting.class::isInstance);
        await(Link.class, Link.Live.class::isInstance);
        assertEquals(before + 1, stage.connects.get());
    }

    @Test
    void aStreamThatEndsBecauseTheDaemonIsGoneIsAskedForAgain() throws Exception {
        await(Picture.class, _ -> true);
        stage.failures.set(2);
        stage.ear().ended(away());
        await(Link.class, Link.Lost.class::isInstance);
        await(Link.class, Link.Live.class::isInstance);
    }

    @Test
    void aWindowIsFetchedWhenARunComesIntoIt() throws Exception {
        BlockingQueue<RunWindow> windows = new LinkedBlockingQueue<>();
        try (Subscription _ = live.watch(RunQuery.newest(RunFilter.ofTask("a")), windows::add)) {
            assertEquals(0, next(windows, _ -> true).total());
            Run run = Things.run(1, "a", "pending");
            stage.runs = List.of(run);
            stage.say(Things.told(run));
            assertEquals(List.of(run), next(windows, window -> window.total() == 1).runs());
        }
    }

    private static DaemonUnreachable away() {
        return new DaemonUnreachable(DaemonUnreachable.Reason.NOBODY_LISTENS, "nobody listens");
    }

    private <T> T await(Class<T> kind, Predicate<T> wanted) throws InterruptedException {
        return kind.cast(next(heard, thing -> kind.isInstance(thing) && wanted.test(kind.cast(thing))));
    }

    private static <T> T next(BlockingQueue<T> queue, Predicate<T> wanted) throws InterruptedException {
        T thing = queue.poll(20, TimeUnit.SECONDS);
        while (thing != null && !wanted.test(thing)) {
            thing = queue.poll(20, TimeUnit.SECONDS);
        }
        assertNotNull(thing, "what was waited for did not come");
        return thing;
    }

    /** A daemon that says what the test wants. */
    private static final class Stage implements JoinedDaemonApi {

        private final AtomicInteger connects = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final BlockingQueue<StreamListener<DaemonEvent>> ears = new LinkedBlockingQueue<>();
        private volatile @Nullable StreamListener<DaemonEvent> present;
        private volatile String fingerprint = "quiet-otter";
        private volatile List<Run> runs = List.of();

        StreamListener<DaemonEvent> ear() throws InterruptedException {
            StreamListener<DaemonEvent> fresh = ears.poll();
            StreamListener<DaemonEvent> ear = fresh == null ? present : fresh;
            present = ear;
            assertNotNull(ear, "nobody listens");
            return ear;
        }

        void say(DaemonEvent event) throws InterruptedException {
            ear().next(event);
        }

        @Override
        public Subscription events(@Nullable Long after, StreamListener<DaemonEvent> listener) {
            connects.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw away();
            }
            ears.add(listener);
            return () -> {
            };
        }

        @Override
        public HostOperations host() {
            return part(HostOperations.class, _ -> Things.info(fingerprint));
        }

        @Override
        public UnitOperations units() {
            return part(UnitOperations.class, _ -> List.of(Things.task("a", "idle", 0, null)));
        }

        @Override
        public RunOperations history() {
            return part(RunOperations.class, _ -> new RunPage(runs, runs.size(), null));
        }

        @Override
        public BellOperations bell() {
            return part(BellOperations.class, _ -> new UnreadCount(0));
        }

        @Override
        public LogOperations logs() {
            throw new UnsupportedOperationException("nobody reads logs here");
        }

        @Override
        public StreamOperations streams() {
            throw new UnsupportedOperationException("see events");
        }

        /** A part of which one operation is asked for. */
        private static <T> T part(Class<T> type, Function<String, Object> answer) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                    (_, method, _) -> answer.apply(method.getName())));
        }
    }
}
