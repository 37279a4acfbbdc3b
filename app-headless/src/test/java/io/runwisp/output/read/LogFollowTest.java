package io.runwisp.output.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunId;
import io.runwisp.output.LineBus;
import io.runwisp.output.LiveLine;
import io.runwisp.output.LiveRegion;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.LogSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowTest {

    private static final RunId RUN = new RunId("01JD4Z7M8N00000000000000A1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long NOON = 1_795_176_000_000L;

    @TempDir
    Path directory;

    private final LineBus bus = new LineBus();
    private WrittenLog log;
    private LineBus.Channel channel;

    @BeforeEach
    void begin() {
        log = new WrittenLog(directory, "run.log");
        channel = bus.open(RUN);
    }

    @Test
    void firstWhatIsOnDiskThenWhatIsWrittenThenTheEnd() throws IOException {
        print("a", "b", "c");
        try (LogFollow follow = follow(new FollowStart.At(-2))) {
            print("d");
            assertEquals("1 b, 2 c, 3 d", told(follow));
            assertEquals("", told(follow));
            print("e");
            assertEquals("4 e", told(follow));
            end();
            assertEquals("done 4", told(follow));
            assertTrue(follow.isDone());
            assertEquals(List.of(), follow.poll());
        }
    }

    @Test
    void aLineThatIsWrittenAroundTheStartIsToldOnce() throws IOException {
        print("a");
        try (LogFollow follow = follow(new FollowStart.At(0))) {
            LogLine onDiskOnly = log.line(LogStream.STDOUT, "b", NOON);
            assertEquals("0 a", told(follow));
            publish(onDiskOnly);
            print("c");
            assertEquals("1 b, 2 c", told(follow));
        }
    }

    @Test
    void aLiveLineHasTheTimeOfItsRecord() throws IOException {
        try (LogFollow follow = follow(new FollowStart.At(0))) {
            publish(log.line(LogStream.STDERR, "late", NOON + 5000));
            assertEquals(List.of(new FollowEvent.Line(new LogLine(0, NOON + 5000, LogStream.STDERR, "late", false))),
                    follow.poll());
        }
    }

    @Test
    void followingIsResumedBehindTheLastLineThatWasSeen() throws IOException {
        print("a", "b", "c");
        try (LogFollow follow = follow(new FollowStart.After(1))) {
            assertEquals("2 c", told(follow));
        }
        try (LogFollow follow = follow(new FollowStart.After(0))) {
            end();
            assertEquals("1 b, 2 c, done 2", told(follow));
        }
    }

    @Test
    void whoComesBackIsToldWhatTheReplayLeavesOut() throws IOException {
        print("a", "b", "c", "d", "e");
        try (LogFollow follow = LogFollow.open(log.source(), RUN, bus, new FollowStart.After(0), 2)) {
            assertEquals("dropped 2 after 0, 3 d, 4 e", told(follow));
        }
    }

    @Test
    void whatWasRotatedAwayIsToldAlsoToWhoeverBeginsAtTheEnd() throws IOException {
        print("a", "b");
        log.rotate();
        print("c");
        log.rotate();
        print("d");
        try (LogFollow follow = follow(new FollowStart.After(3))) {
            assertEquals("rotated 2", told(follow));
        }
    }

    @Test
    void theLogOfAnEndedRunIsReplayedToItsEnd() throws IOException {
        print("a", "b");
        log.partial("cut off");
        log.killed();
        channel.close();
        try (LogFollow follow = follow(new FollowStart.At(-1000))) {
            assertEquals("0 a, 1 b, 2 cut off, done 2", told(follow));
        }
    }

    @Test
    void aRunThatPrintedNothingIsDoneAtOnce() throws IOException {
        channel.close();
        try (LogFollow follow = follow(new FollowStart.At(0))) {
            assertEquals("done -1", told(follow));
        }
    }

    @Test
    void linesThatWereRotatedAwayAreTold() throws IOException {
        print("a", "b");
        log.rotate();
        print("c");
        log.rotate();
        print("d");
        try (LogFollow follow = follow(new FollowStart.At(0))) {
            assertEquals("rotated 2, 2 c, 3 d", told(follow));
        }
        try (LogFollow follow = follow(new FollowStart.After(0))) {
            assertEquals("rotated 2, 2 c, 3 d", told(follow));
        }
    }

    @Test
    void ofATooSlowFollowerTheOldestLinesAreDroppedAndCounted() throws IOException {
        print("first");
        try (LogFollow follow = follow(new FollowStart.At(0))) {
            assertEquals("0 first", told(follow));
            for (int i = 1; i <= 20_000; i++) {
                print("line " + i);
            }
            List<FollowEvent> events = everything(follow);
            FollowEvent.Dropped dropped = (FollowEvent.Dropped) events.getFirst();
            assertEquals(0, dropped.after());
            List<Long> numbers = numbers(events);
            assertEquals(LongStream.rangeClosed(dropped.count() + 1, 20_000).boxed().toList(), numbers);
            assertTrue(numbers.size() <= 2 * LogFollow.FARTHEST_BEHIND, "told " + numbers.size());
        }
    }

    @Test
    void aReplayIsLimitedToTheNewestLines() throws IOException {
        print("a", "b", "c");
        try (LogFollow follow = LogFollow.open(log.source(), RUN, bus, new FollowStart.At(0), 2)) {
            assertEquals("1 b, 2 c", told(follow));
        }
    }

    @Test
    void aRegionIsPassedOnAndNewsWakeTheFollower() throws IOException {
        AtomicInteger woken = new AtomicInteger();
        LiveRegion region = new LiveRegion(LogStream.STDOUT, 1, List.of("42 %"));
        try (LogFollow follow = LogFollow.open(log.source(), RUN, bus, new FollowStart.At(0), 10, 1,
                woken::incrementAndGet)) {
            follow.poll();
            channel.publish(region);
            assertEquals(1, woken.get());
            assertEquals(List.of(new FollowEvent.Region(region)), follow.poll());
        }
        assertFalse(channel.isFollowed());
    }

    @Test
    void everyLineIsToldOnceAndInOrderWhileAThreadWritesAndRotates() throws Exception {
        int lines = 6000;
        CountDownLatch started = new CountDownLatch(1);
        Callable<Integer> writer = () -> {
            for (int i = 0; i < lines; i++) {
                if (i > 0 && i % 1000 == 0) {
                    log.rotate();
                }
                print("line " + i);
                if (i == 1500) {
                    started.countDown();
                }
            }
            end();
            return lines;
        };
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> written = threads.submit(writer);
            started.await();
            List<FollowEvent> events = new ArrayList<>();
            try (LogFollow follow = follow(new FollowStart.At(0))) {
                while (!follow.isDone()) {
                    List<FollowEvent> news = follow.poll(PATIENCE);
                    assertFalse(news.isEmpty(), "nothing came in " + PATIENCE);
                    events.addAll(news);
                }
            }
            assertEquals(lines, written.get());
            accountForEveryLine(events, lines);
        }
    }

    @Test
    void pagesReadWhileAThreadWritesAndRotatesAreNeverMixedUp() throws Exception {
        Callable<Integer> writer = () -> {
            for (int i = 0; i < 4000; i++) {
                if (i > 0 && i % 100 == 0) {
                    log.rotate();
                }
                log.line(LogStream.STDOUT, "line " + i, NOON);
            }
            return 4000;
        };
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> written = threads.submit(writer);
            int pages = 0;
            while (!written.isDone() || pages == 0) {
                LogPage page = new LogReader(new LogSource(log.files(), true))
                    .page(PageRequest.lines(-150, 150));
                page.lines().forEach(line -> assertEquals("line " + line.number(), line.text()));
                pages++;
            }
            assertEquals(4000, written.get());
        }
    }

    /** From where following began each line was told, or it was told that it is missing. */
    private static void accountForEveryLine(List<FollowEvent> events, long lines) throws ExecutionException {
        long next = -1;
        for (FollowEvent event : events) {
            switch (event) {
                case FollowEvent.Line(LogLine line) -> {
                    assertEquals(next < 0 ? line.number() : next, line.number());
                    assertEquals("line " + line.number(), line.text());
                    next = line.number() + 1;
                }
                case FollowEvent.Dropped(long after, long count) -> {
                    assertEquals(next < 0 ? after : next - 1, after);
                    next = after + 1 + count;
                }
                case FollowEvent.Rotated(long first) -> assertTrue(first > 0);
                case FollowEvent.Region(LiveRegion region) -> throw new AssertionError("nobody drew " + region);
                case FollowEvent.Done(long last) -> assertEquals(lines - 1, last);
            }
        }
        assertEquals(lines, next);
    }

    private LogFollow follow(FollowStart start) throws IOException {
        return LogFollow.open(log.source(), RUN, bus, start, 50_000);
    }

    private void print(String... texts) throws IOException {
        for (String text : texts) {
            publish(log.line(LogStream.STDOUT, text, NOON));
        }
    }

    private void publish(LogLine line) {
        int bytes = line.stream().prefixLength() + line.text().length() + 1;
        channel.publish(List.of(new LiveLine(line.number(), line.millis(), line.stream(), line.text(), false, bytes)));
    }

    private void end() throws IOException {
        log.end();
        channel.close();
    }

    private static List<FollowEvent> everything(LogFollow follow) throws IOException {
        List<FollowEvent> all = new ArrayList<>();
        for (List<FollowEvent> some = follow.poll(); !some.isEmpty(); some = follow.poll()) {
            all.addAll(some);
        }
        return all;
    }

    private static List<Long> numbers(List<FollowEvent> events) {
        return events.stream()
            .filter(FollowEvent.Line.class::isInstance)
            .map(event -> ((FollowEvent.Line) event).line().number())
            .toList();
    }

    private static String told(LogFollow follow) throws IOException {
        return String.join(", ", everything(follow).stream().map(LogFollowTest::shown).toList());
    }

    private static String shown(FollowEvent event) {
        return switch (event) {
            case FollowEvent.Line(LogLine line) -> line.number() + " " + line.text();
            case FollowEvent.Rotated(long first) -> "rotated " + first;
            case FollowEvent.Dropped(long after, long count) -> "dropped " + count + " after " + after;
            case FollowEvent.Region(LiveRegion region) -> "region " + region.rows();
            case FollowEvent.Done(long last) -> "done " + last;
        };
    }
}
