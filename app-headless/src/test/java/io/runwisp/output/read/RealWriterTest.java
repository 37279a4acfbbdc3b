package io.runwisp.output.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.LogSource;
import io.runwisp.time.VirtualWallClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the daemon writes, read while it is written and afterwards. */
class RealWriterTest {

    private static final RunId RUN = new RunId("01JD4Z7M8N00000000000000A1");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final VirtualWallClock clock = new VirtualWallClock(NOON);
    private final LineBus bus = new LineBus();

    @Test
    void aFollowerOfALogThatIsRotatedAgainAndAgainMissesNothingUntold() throws Exception {
        int lines = 60_000;
        OutputSink.Log log = open(20_000);
        LogSource growing = source(log, true);
        Callable<Totals> writer = () -> {
            for (int i = 0; i < lines; i += 50) {
                StringBuilder chunk = new StringBuilder();
                for (int j = i; j < i + 50; j++) {
                    chunk.append("line ").append(j).append('\n');
                }
                take(log, chunk.toString());
                clock.advance(Duration.ofMillis(30));
            }
            return log.finish();
        };
        long next = 0;
        long dropped = 0;
        try (var threads = Executors.newSingleThreadExecutor();
                LogFollow follow = LogFollow.open(growing, RUN, bus, new FollowStart.At(0), 50_000)) {
            Future<Totals> written = threads.submit(writer);
            while (!follow.isDone()) {
                List<FollowEvent> news = follow.poll(PATIENCE);
                assertFalse(news.isEmpty(), "nothing came in " + PATIENCE);
                for (FollowEvent event : news) {
                    switch (event) {
                        case FollowEvent.Line(LogLine line) -> {
                            assertEquals(next++, line.number());
                            assertTrue(line.stream() == LogStream.SYSTEM || line.text().startsWith("line "),
                                    line.text());
                        }
                        case FollowEvent.Dropped(long after, long count) -> {
                            assertEquals(next - 1, after);
                            next += count;
                            dropped += count;
                        }
                        case FollowEvent.Done(long last) -> assertEquals(next - 1, last);
                        default -> {
                        }
                    }
                }
            }
            assertEquals(written.get().lines(), next);
        }
        assertTrue(dropped < lines, "something was told");
    }

    @Test
    void pagesAreNeverMixedUpWhileTheWriterRotates() throws Exception {
        OutputSink.Log log = open(3000);
        LogSource growing = source(log, true);
        Callable<Totals> writer = () -> {
            // All lines have one length and all segments one number of lines: nothing but the bookkeeping tells them apart.
            for (int i = 0; i < 30_000; i++) {
                take(log, String.format("line %06d%n", i));
            }
            return log.finish();
        };
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Totals> written = threads.submit(writer);
            int pages = 0;
            while (!written.isDone() || pages == 0) {
                LogPage page = new LogReader(growing).page(PageRequest.lines(-500, 500));
                page.lines().forEach(line -> assertEquals(expected(line, page), line.number(), line.text()));
                pages++;
            }
            assertTrue(written.get().cut());
        }
    }

    /** The first segment has 250 lines of 12 bytes; those that follow begin with a marker, which takes a number and some room. */
    private static long expected(LogLine line, LogPage page) {
        if (line.stream() == LogStream.SYSTEM) {
            return line.number();
        }
        long text = Long.parseLong(line.text().substring(5));
        int marker = page.lines()
            .stream()
            .filter(other -> other.stream() == LogStream.SYSTEM)
            .mapToInt(other -> "[SYSTEM] ".length() + other.text().length() + 1)
            .findFirst()
            .orElse(0);
        return text < 250 ? text : text + 1 + (text - 250) / ((3000 - marker) / 12);
    }

    @Test
    void aLongLineIsContinuedOnDiskAsItIsLive() throws Exception {
        OutputSink.Log log = open(0);
        try (LogFollow follow = LogFollow.open(source(log, true), RUN, bus, new FollowStart.At(0), 50_000)) {
            take(log, "short\n" + "x".repeat(200_000) + "\nafter\n");
            log.say("\u001b[31mred\u001b[0m");
            Totals totals = log.finish();
            List<LogLine> live = follow.poll(PATIENCE)
                .stream()
                .filter(FollowEvent.Line.class::isInstance)
                .map(event -> ((FollowEvent.Line) event).line())
                .toList();
            LogPage page = new LogReader(source(log, false)).page(PageRequest.lines(0, 100));
            assertEquals(page.lines(), live);
            assertEquals(totals.lines(), page.totalLines());
            assertEquals(NOON.toEpochMilli(), page.lines().getFirst().millis());
            assertTrue(page.finalized());
        }
    }

    private OutputSink.Log open(long maxBytes) {
        FileOutputSink sink = new FileOutputSink(directory, new LocalLogDisk(), clock, ZoneOffset.UTC, bus);
        Limits limits = new Limits(maxBytes, LogFullPolicy.DROP_OLD, 0);
        OutputSink.Opening opening = sink.open(new Order(RUN, "backup", NOON, limits, List.of()), new Deaf());
        return ((OutputSink.Opened) opening).log();
    }

    private LogSource source(OutputSink.Log log, boolean growing) {
        return new LogSource(LogFiles.in(directory.resolve("backup"), log.fileName()), growing);
    }

    private static void take(OutputSink.Log log, String text) {
        log.take(Source.STDOUT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Does not listen. */
    private static final class Deaf implements OutputSink.Listener {

        @Override
        public void overflowed(RunId run) {
            throw new AssertionError(run);
        }

        @Override
        public void diskPressure(RunId run, long freeBytes, long minFreeBytes, boolean endRun) {
            throw new AssertionError(run);
        }

        @Override
        public void writeFailed(RunId run, String reason) {
            throw new AssertionError(new IOException(reason));
        }
    }
}
