package io.runwisp.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.EventFrame;
import io.runwisp.client.LogEvent;
import io.runwisp.client.StreamListener;
import io.runwisp.client.Subscription;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class HttpStreamsContract {

    private static final String RUN = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";
    private static final String GONE = "event: run.deleted\ndata: {\"run_id\":\"" + RUN + "\",\"task_name\":\"t\"}";

    private FakeDaemon daemon;
    private HttpDaemonApi api;

    /** What carries the questions. */
    abstract Transport transport(DaemonAddress daemon);

    @BeforeEach
    void begin() throws IOException {
        daemon = new FakeDaemon();
        api = FakeDaemon.client(daemon.address(), transport(daemon.address()), FakeDaemon.PASSWORD,
                TokenShelf.inMemory());
    }

    @AfterEach
    void end() {
        api.close();
        daemon.close();
    }

    @Test
    void aStreamThatIsCutGoesOnBehindTheLastEventThatWasSeen() throws Exception {
        daemon.thenStream("id: 7\n" + GONE, "event: ping\ndata: {}").thenStream("id: 8\n" + GONE);
        Ear<DaemonEvent> ear = new Ear<>();
        try (Subscription _ = api.events(5L, ear)) {
            assertInstanceOf(DaemonEvent.RunGone.class, ear.hear());
            assertInstanceOf(DaemonEvent.RunGone.class, ear.hear());
        }
        assertEquals(List.of("GET /api/events/stream behind 5", "GET /api/events/stream behind 7"),
                daemon.asked.subList(0, 2));
    }

    @Test
    void aStreamThatIsCutBeforeItsFirstEventSaysThatSomeMayBeMissing() throws Exception {
        daemon.thenStream("event: ping\ndata: {}").thenStream("id: 8\n" + GONE);
        Ear<DaemonEvent> ear = new Ear<>();
        try (Subscription _ = api.events(null, ear)) {
            assertInstanceOf(DaemonEvent.EventsLost.class, ear.hear());
            assertInstanceOf(DaemonEvent.RunGone.class, ear.hear());
        }
    }

    @Test
    void aDaemonThatIsAwayForAWhileIsAPauseAndNotTheEnd() throws Exception {
        daemon.thenStream("id: 7\n" + GONE)
            .thenProblem(ProblemCode.STOPPING)
            .thenProblem(ProblemCode.STOPPING)
            .thenStream("id: 8\n" + GONE);
        Ear<DaemonEvent> ear = new Ear<>();
        try (Subscription _ = api.events(null, ear)) {
            assertInstanceOf(DaemonEvent.RunGone.class, ear.hear());
            assertInstanceOf(ApiProblem.class, ear.hear());
            assertEquals("resumed", ear.hear());
            assertInstanceOf(DaemonEvent.RunGone.class, ear.hear());
        }
    }

    @Test
    void whatIsRefusedAtOnceIsThrownAndWhatIsRefusedLaterIsTheEnd() throws Exception {
        Ear<LogEvent> ear = new Ear<>();
        daemon.thenProblem(ProblemCode.RUN_UNKNOWN);
        assertThrows(ApiProblem.class, () -> api.logStream("t", RUN, 0, 10, ear));
        daemon.thenStream("id: 0\nevent: line\ndata: {\"n\":0,\"ts\":1,\"stream\":\"stdout\",\"text\":\"a\"}")
            .thenProblem(ProblemCode.RUN_UNKNOWN);
        try (Subscription _ = api.logStream("t", RUN, 0, 10, ear)) {
            assertInstanceOf(LogEvent.Line.class, ear.hear());
            assertInstanceOf(ApiProblem.class, ear.hear());
        }
        assertEquals("GET /api/tasks/t/runs/" + RUN + "/log/stream?from=0&replay_limit=10 behind 0",
                daemon.asked.getLast());
    }

    @Test
    void theEndOfALogIsTheEndOfItsStream() throws Exception {
        daemon.thenStream("event: done\ndata: {\"final_line\":0,\"status\":\"ended\"}");
        Ear<LogEvent> ear = new Ear<>();
        try (Subscription _ = api.logStream("t", RUN, 0, 10, ear)) {
            assertInstanceOf(LogEvent.Done.class, ear.hear());
            assertEquals("ended", ear.hear());
        }
        assertEquals(1, daemon.asked.size());
    }

    @Test
    void whatCannotBeUnderstoodEndsAStreamAndSaysWhichVersionsToUse() throws Exception {
        daemon.thenStream("id: 1\nevent: run.deleted\ndata: {}");
        Ear<DaemonEvent> ear = new Ear<>();
        try (Subscription _ = api.events(null, ear)) {
            assertInstanceOf(DaemonUnreachable.class, ear.hear());
        }
    }

    @Test
    void nothingIsToldOnceASubscriptionIsClosed() throws Exception {
        CompletableFuture<OutputStream> line = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        daemon.then(exchange -> {
            line.complete(FakeDaemon.stream(exchange, "id: 7\n" + GONE));
            over.join();
        });
        Ear<DaemonEvent> ear = new Ear<>();
        try (Subscription _ = api.events(null, ear)) {
            assertInstanceOf(DaemonEvent.RunGone.class, ear.hear());
        }
        OutputStream open = line.get();
        try {
            open.write(("id: 8\n" + GONE + "\n\n").getBytes(StandardCharsets.UTF_8));
            open.flush();
        } catch (IOException e) {
            // The other end is gone already, which is as good.
        }
        over.complete(null);
        assertEquals(0, ear.heard.size());
        assertEquals(1, daemon.asked.size());
    }

    @Test
    void aStreamWithoutASignOfLifeIsGivenUpAndAskedForAgain() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        daemon.then(exchange -> {
            FakeDaemon.stream(exchange, "id: 7\n" + GONE);
            over.join();
        }).thenStream("id: 8\n" + GONE);
        Ear<EventFrame> ear = new Ear<>();
        try (Channel channel = new Channel(daemon.address(), transport(daemon.address()),
                () -> FakeDaemon.PASSWORD, TokenShelf.inMemory());
                Subscription _ = LiveStream.begin(channel, Ask.get("/x"), new Impatient(), ear)) {
            assertEquals("7", assertInstanceOf(EventFrame.class, ear.hear()).id());
            assertEquals(DaemonUnreachable.Reason.TIMED_OUT,
                    assertInstanceOf(DaemonUnreachable.class, ear.hear()).reason());
            assertEquals("resumed", ear.hear());
            assertEquals("8", assertInstanceOf(EventFrame.class, ear.hear()).id());
        } finally {
            over.complete(null);
        }
    }

    private record Impatient() implements LiveStream.Tale<EventFrame> {

        @Override
        public Duration silence() {
            return Duration.ofMillis(200);
        }

        @Override
        public EventFrame understand(EventFrame frame) {
            return frame;
        }

        @Override
        public boolean isLast(EventFrame event) {
            return false;
        }

        @Override
        public @Nullable EventFrame afterAGap() {
            return null;
        }
    }

    /** Remembers what it hears, in order. */
    private static final class Ear<T> implements StreamListener<T> {

        private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        @Override
        public void next(T event) {
            heard.add(event);
        }

        @Override
        public void paused(ApiFailure why) {
            heard.add(why);
        }

        @Override
        public void resumed() {
            heard.add("resumed");
        }

        @Override
        public void ended(@Nullable ApiFailure why) {
            heard.add(why == null ? "ended" : why);
        }

        Object hear() throws InterruptedException {
            Object next = heard.poll(20, TimeUnit.SECONDS);
            assertNotNull(next, "nothing was heard");
            return next;
        }
    }
}
