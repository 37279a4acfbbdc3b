package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.LogEvent;
import io.runwisp.time.VirtualMonotonicClock;
import io.runwisp.view.screen.ConsoleLines;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What waits in a console, and for how long. */
class ConsoleTest {

    private final VirtualMonotonicClock clock = new VirtualMonotonicClock(0);
    private final AtomicInteger wakes = new AtomicInteger();
    private final Budget budget = new Budget(1000);
    private final Console console = new Console("log", budget, clock, wakes::incrementAndGet);

    @Test
    void linesComeInOneBatchAndWakeOnce() {
        console.next(line(0, "a"));
        console.next(line(1, "b"));
        assertEquals(1, wakes.get());
        ConsoleLines first = taken();
        assertTrue(first.afresh());
        assertEquals(List.of("a", "b"), first.lines().stream().map(each -> each.line().text()).toList());
    }

    @Test
    void aBatchIsTakenFourTimesASecondAtMost() {
        console.next(line(0, "a"));
        var _ = taken();
        console.next(line(1, "b"));
        assertNull(console.take());
        assertEquals(Duration.ofMillis(250).toNanos(), console.dueIn(clock.nanos()));
        clock.advance(Duration.ofMillis(250));
        ConsoleLines second = taken();
        assertFalse(second.afresh());
        assertNull(console.dueIn(clock.nanos()));
    }

    @Test
    void whoTellsOfLinesWaitsWhileThePageDoesNotRead() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(20);
        Thread teller = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20; i++) {
                console.next(line(i, "x".repeat(100)));
                told.countDown();
            }
        });
        int lines = 0;
        while (lines < 20) {
            // The teller may be about to tell; it never comes further than there is room.
            ConsoleLines batch = console.take();
            int size = batch == null ? 0 : batch.lines().size();
            assertTrue(size <= 1000 / 164 + 1, size + " lines waited");
            lines += size;
            clock.advance(Duration.ofMillis(250));
            Thread.onSpinWait();
        }
        assertTrue(told.await(10, TimeUnit.SECONDS));
        assertTrue(teller.join(Duration.ofSeconds(10)));
    }

    @Test
    void whoeverWaitsGoesOnWhenTheConsoleIsClosed() throws InterruptedException {
        console.next(line(0, "x".repeat(900)));
        Thread teller = Thread.ofVirtual().start(() -> console.next(line(1, "x".repeat(900))));
        console.close();
        assertTrue(teller.join(Duration.ofSeconds(10)));
        Console other = new Console("other", budget, clock, wakes::incrementAndGet);
        other.next(line(0, "there is room again"));
        assertNotNull(other.take());
    }

    @Test
    void ofARegionTheLastPictureIsToldAndGapsAreNotForgotten() {
        console.next(new LogEvent.Region(new LogRegion("stdout", 1, List.of("10 %"), null)));
        console.next(new LogEvent.Dropped(new LogDropped(7, 3, null)));
        console.next(new LogEvent.Region(new LogRegion("stdout", 2, List.of("20 %"), null)));
        ConsoleLines taken = taken();
        assertEquals(List.of(2L), taken.regions().stream().map(LogRegion::epoch).toList());
        assertEquals(List.of(new LogDropped(7, 3, null)), taken.dropped());
    }

    private ConsoleLines taken() {
        ConsoleLines taken = console.take();
        assertNotNull(taken);
        return taken;
    }

    private static LogEvent line(long n, String text) {
        return new LogEvent.Line(new LogLine(n, 0, "stdout", text, null));
    }
}
