package io.runwisp.daemon.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LineRingTest {

    private final LineRing ring = new LineRing();

    @Test
    void anEmptyRingBeginsAtItsFirstLine() {
        assertEquals(new LineRing.Stretch(0, List.of()), ring.newest(100));
        ring.add("a");
        assertEquals(new LineRing.Stretch(1, List.of("a")), ring.from(0, 100));
    }

    @Test
    void theNewestAreKeptAndWhoeverIsSlowSeesHowManyWereLost() {
        for (int i = 0; i < 2500; i++) {
            ring.add("line " + i);
        }
        LineRing.Stretch newest = ring.newest(100);
        assertEquals(2500, newest.next());
        assertEquals("line 2400", newest.lines().getFirst());
        assertEquals(100, newest.lines().size());
        LineRing.Stretch late = ring.from(7, 10);
        assertEquals(1510, late.next());
        assertEquals("line 1500", late.lines().getFirst());
        assertEquals(LineRing.KEPT, ring.newest(5000).lines().size());
        assertEquals(new LineRing.Stretch(2500, List.of()), ring.from(9999, 10));
    }

    @Test
    void thePasswordIsNotShownWhereverItStands() {
        ring.hide("hunter2");
        ring.add("the password is hunter2, and again:hunter2");
        assertEquals(List.of("the password is [redacted], and again:[redacted]"), ring.newest(1).lines());
    }

    /** A secret that is cut in half would not be found. */
    @Test
    void aSecretAtTheEndOfALineThatIsCutIsNotShownInPart() {
        ring.hide("hunter2");
        ring.add("x".repeat(LineRing.LONGEST - 3) + "hunter2");
        assertEquals(-1, ring.newest(1).lines().getFirst().indexOf('h'));
    }

    @Test
    void whoeverWatchesIsCalledAtEachLineAndNotAfterIt() {
        AtomicInteger calls = new AtomicInteger();
        Runnable wake = calls::incrementAndGet;
        ring.watch(wake);
        ring.add("a");
        ring.add("b");
        ring.unwatch(wake);
        ring.add("c");
        assertEquals(2, calls.get());
    }

    @Test
    void linesOfManyThreadsAreAllThereOnce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int mine = t;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 100; i++) {
                    ring.add(mine + "/" + i);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(800, ring.newest(1000).lines().stream().distinct().count());
    }
}
