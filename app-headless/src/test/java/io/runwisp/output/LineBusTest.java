package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Log;
import io.runwisp.output.format.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineBusTest {

    private static final LogStream OUT = LogStream.STDOUT;

    private final LineBus bus = new LineBus();
    private final LineBus.Channel channel = bus.open(Workbench.RUN);
    private final AtomicInteger wakes = new AtomicInteger();

    @TempDir
    private Path directory;

    @Test
    void aFollowerIsWokenOnceUntilItDrains() {
        LineSubscription follower = follow();
        channel.publish(List.of(line(0, 10)));
        channel.publish(List.of(line(1, 10)));
        assertEquals(1, wakes.get());
        assertEquals(List.of(line(0, 10), line(1, 10)), follower.drain().lines());
        assertTrue(follower.drain().isEmpty());
        channel.publish(List.of(line(2, 10)));
        assertEquals(2, wakes.get());
    }

    @Test
    void theOldestLinesOfASlowFollowerAreDroppedAndCounted() {
        LineSubscription follower = follow();
        for (int i = 0; i < 5000; i++) {
            channel.publish(List.of(line(i, 10)));
        }
        LineSubscription.Batch batch = follower.drain();
        assertEquals(5000 - 4096, batch.dropped());
        assertEquals(4096, batch.lines().size());
        assertEquals(4999, batch.lines().getLast().number());
    }

    @Test
    void theBytesThatWaitAreBoundedToo() {
        LineSubscription follower = follow();
        for (int i = 0; i < 9; i++) {
            channel.publish(List.of(line(i, 32 * 1024)));
        }
        LineSubscription.Batch batch = follower.drain();
        assertEquals(1, batch.dropped());
        assertEquals(8, batch.lines().size());
    }

    @Test
    void onlyTheNewestRegionOfAStreamWaits() {
        LineSubscription follower = follow();
        channel.publish(new LiveRegion(OUT, 1, List.of("10%")));
        channel.publish(new LiveRegion(LogStream.STDERR, 1, List.of("?")));
        channel.publish(new LiveRegion(OUT, 2, List.of("20%")));
        assertEquals(List.of(new LiveRegion(OUT, 2, List.of("20%")), new LiveRegion(LogStream.STDERR, 1, List.of("?"))),
                follower.drain().regions());
    }

    @Test
    void aClosedLogEndsItsSubscriptionsAndHasNoNewOnes() {
        LineSubscription follower = follow();
        channel.publish(List.of(line(0, 10)));
        channel.close();
        LineSubscription.Batch batch = follower.drain();
        assertTrue(batch.ended());
        assertEquals(1, batch.lines().size());
        assertTrue(bus.subscribe(Workbench.RUN, wakes::incrementAndGet).isEmpty());
    }

    @Test
    void whoHasLeftIsNotToldAnyMore() {
        LineSubscription follower = follow();
        follower.close();
        channel.publish(List.of(line(0, 10)));
        assertEquals(0, wakes.get());
        assertFalse(channel.isFollowed());
    }

    @Test
    void aLogTellsItsLiveRegionToThoseWhoFollow() {
        Workbench bench = new Workbench(directory);
        Log log = bench.open(Workbench.NO_LIMITS);
        LineSubscription follower = bench.bus.subscribe(Workbench.RUN, wakes::incrementAndGet).orElseThrow();
        Workbench.print(log, "10%\r");
        Workbench.print(log, "20%\r");
        assertEquals(List.of(new LiveRegion(OUT, 2, List.of("20%"))), follower.drain().regions());
        Workbench.print(log, "done\n");
        LineSubscription.Batch batch = follower.drain();
        assertEquals(List.of(new LiveRegion(OUT, 3, List.of())), batch.regions());
        assertEquals("done", batch.lines().getFirst().text());
        log.finish();
    }

    /** One thread writes, the other subscribes in the middle, reads the file and goes on with the bus: nothing is missing, nothing comes twice. */
    @Test
    void fileAndBusTogetherHaveEveryLineOnce() throws IOException, InterruptedException {
        Workbench bench = new Workbench(directory);
        Log log = bench.open(Workbench.NO_LIMITS);
        CountDownLatch halfway = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 4000; i++) {
                RotationTest.printLines(log, i, i + 1);
                if (i == 500) {
                    halfway.countDown();
                }
            }
            log.finish();
        });
        halfway.await();
        Semaphore news = new Semaphore(0);
        List<String> seen = new ArrayList<>();
        var subscription = bench.bus.subscribe(Workbench.RUN, news::release);
        seen.addAll(wholeLines(bench, log));
        if (subscription.isPresent()) {
            boolean ended = false;
            while (!ended) {
                news.acquire();
                LineSubscription.Batch batch = subscription.get().drain();
                assertEquals(0, batch.dropped());
                batch.lines()
                    .stream()
                    .filter(line -> line.number() >= seen.size())
                    .forEach(line -> seen.add(line.text()));
                ended = batch.ended();
            }
        }
        writer.join();
        assertEquals(bench.written(log).lines(), seen);
        assertEquals(4000, seen.size());
    }

    private static List<String> wholeLines(Workbench bench, Log log) throws IOException {
        String text = Files.readString(bench.files(log).log());
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private LineSubscription follow() {
        return bus.subscribe(Workbench.RUN, wakes::incrementAndGet).orElseThrow();
    }

    private static LiveLine line(long number, int bytes) {
        return new LiveLine(number, 0, OUT, "text", false, bytes);
    }
}
