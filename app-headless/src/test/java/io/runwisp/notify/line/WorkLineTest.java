package io.runwisp.notify.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.notify.line.WorkLine.Again;
import io.runwisp.notify.line.WorkLine.Done;
import io.runwisp.notify.line.WorkLine.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is done in which order, by whom, and what becomes of the rest. */
class WorkLineTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> workers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch moved = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private WorkLine<String> line(int most, Function<String, Step> work) {
        return new WorkLine<>("line", most, new Recording(work));
    }

    private final class Recording implements WorkLine.Job<String> {

        private final Function<String, Step> work;

        Recording(Function<String, Step> work) {
            this.work = work;
        }

        @Override
        public Step take(String first) {
            workers.add(Thread.currentThread());
            return work.apply(first);
        }

        @Override
        public void failed(String first, Throwable fault) {
            said.add(first + " failed: " + fault.getMessage());
            if (fault instanceof Unspeakable) {
                throw new Unspeakable();
            }
        }

        @Override
        public void gaveWay(String oldest, boolean first) {
            said.add(oldest + (first ? " was the first that gave way" : " gave way"));
        }

        @Override
        public void moved() {
            said.add("moved");
            moved.countDown();
        }
    }

    /** A fault of which not even the telling goes well. */
    private static final class Unspeakable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unspeakable() {
            super("unspeakable");
        }
    }

    private Step say(String what) {
        said.add(what);
        return new Done();
    }

    /** Stays with what it took until it is let go on. */
    private Step hold(String what) {
        begun.countDown();
        try {
            assertTrue(go.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            said.add(what + " was cut off");
            return new Again(Duration.ZERO);
        }
        return say(what);
    }

    private void awaitTheFirst() throws InterruptedException {
        assertTrue(begun.await(20, TimeUnit.SECONDS));
    }

    private List<String> saidButMoves() {
        return said.stream().filter(text -> !text.equals("moved")).toList();
    }

    private static boolean isOver(Duration left) {
        return !left.isZero();
    }

    @Test
    void theyAreDoneInTheirOrderAndEachIsAMove() throws InterruptedException {
        WorkLine<String> line = line(10, this::hold);
        line.offer("a");
        awaitTheFirst();
        line.offer("b");
        assertEquals(List.of("a", "b"), line.waiting(), "what is under way is in the line");
        go.countDown();
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a", "moved", "b", "moved"), List.copyOf(said));
        assertEquals(List.of(), line.waiting());
    }

    @Test
    void theThreadIsThereOnlyWhileSomethingWaits() throws InterruptedException {
        WorkLine<String> line = line(10, this::hold);
        assertEquals(LONG, line.drain(LONG), "nothing is waited for in a line that is empty");
        line.offer("a");
        awaitTheFirst();
        line.offer("b");
        go.countDown();
        assertTrue(isOver(line.drain(LONG)));
        Thread first = workers.remove();
        assertTrue(first.isVirtual());
        assertEquals("line", first.getName());
        assertSame(first, workers.remove(), "one thread for all that waits");
        assertTrue(first.join(LONG));
        line.offer("c");
        assertTrue(isOver(line.drain(LONG)));
        assertNotSame(first, workers.remove());
    }

    /** The worker looks for more, finds nothing and ends, while the next is handed in. */
    @Test
    void whatIsHandedInWhileTheWorkerLeavesIsDone() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        WorkLine<String> line = line(10, _ -> {
            done.release();
            return new Done();
        });
        for (int i = 0; i < 20_000; i++) {
            line.offer("n" + i);
            assertTrue(done.tryAcquire(20, TimeUnit.SECONDS), "lost at " + i);
        }
    }

    @Test
    void manyMayHandInAtOnceAndOneAtATimeIsDone() throws InterruptedException {
        Map<String, Integer> latest = new HashMap<>();
        List<String> disorder = new ArrayList<>();
        Semaphore one = new Semaphore(1);
        WorkLine<String> line = line(10_000, text -> {
            if (!one.tryAcquire()) {
                said.add("two at a time");
            }
            String[] parts = text.split(" ", 2);
            int number = Integer.parseInt(parts[1]);
            if (latest.getOrDefault(parts[0], -1) != number - 1) {
                disorder.add(text);
            }
            latest.put(parts[0], number);
            one.release();
            return new Done();
        });
        List<Thread> givers = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            givers.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 2_000; i++) {
                    line.offer(name + " " + i);
                }
            }));
        }
        for (Thread giver : givers) {
            giver.join();
        }
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(Map.of("a", 1_999, "b", 1_999, "c", 1_999, "d", 1_999), latest);
        assertEquals(List.of(), disorder);
        assertEquals(List.of(), saidButMoves());
    }

    @Test
    void ofTooManyTheOldestThatIsNotUnderWayGivesWay() throws InterruptedException {
        WorkLine<String> line = line(3, this::hold);
        line.offer("a");
        awaitTheFirst();
        for (String next : List.of("b", "c", "d", "e")) {
            line.offer(next);
        }
        assertEquals(List.of("a", "d", "e"), line.waiting());
        go.countDown();
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("b was the first that gave way", "c gave way", "a", "d", "e"), saidButMoves());
    }

    @Test
    void aLineThatWasEmptyAgainSaysAnewThatItIsTooLong() throws InterruptedException {
        Semaphore turns = new Semaphore(0);
        CountDownLatch again = new CountDownLatch(1);
        WorkLine<String> line = line(1, text -> {
            (text.equals("a") ? begun : again).countDown();
            turns.acquireUninterruptibly();
            return new Done();
        });
        line.offer("a");
        awaitTheFirst();
        line.offer("lost");
        turns.release();
        assertTrue(isOver(line.drain(LONG)));
        line.offer("b");
        assertTrue(again.await(20, TimeUnit.SECONDS));
        line.offer("lost too");
        turns.release();
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("lost was the first that gave way", "lost too was the first that gave way"),
                saidButMoves());
    }

    @Test
    void whatIsToBeTakenAgainStaysTheFirst() throws InterruptedException {
        WorkLine<String> line = line(10, text -> {
            said.add(text);
            return workers.size() < 3 ? new Again(Duration.ofNanos(1)) : new Done();
        });
        line.offer("a");
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a", "moved", "a", "moved", "a", "moved"), List.copyOf(said));
    }

    @Test
    void whatWaitsToBeTakenAgainMayGiveWay() throws InterruptedException {
        WorkLine<String> line = line(2, _ -> new Again(LONG));
        line.offer("a");
        assertTrue(moved.await(20, TimeUnit.SECONDS), "it is not under way any more");
        line.offer("b");
        line.offer("c");
        assertEquals(List.of("b", "c"), line.waiting());
        line.close();
    }

    @Test
    void aFaultIsToldAndTheNextIsDone() throws InterruptedException {
        WorkLine<String> line = line(10, text -> {
            hold(text);
            if (text.equals("a")) {
                throw new IllegalStateException("broken");
            }
            return new Done();
        });
        line.offer("a");
        awaitTheFirst();
        line.offer("b");
        go.countDown();
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a", "a failed: broken", "b"), saidButMoves());
    }

    /** Without that the line would hold a thread that is dead, and nothing would ever be done again. */
    @Test
    void aFaultThatCannotEvenBeToldEndsTheWorkerAndNotTheLine() throws InterruptedException {
        WorkLine<String> line = line(10, text -> {
            hold(text);
            if (text.equals("a")) {
                throw new Unspeakable();
            }
            return new Done();
        });
        line.offer("a");
        awaitTheFirst();
        line.offer("b");
        go.countDown();
        Thread first = workers.element();
        assertTrue(first.join(LONG));
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a", "a failed: unspeakable", "b"), saidButMoves());
        assertEquals(2, workers.size());
        assertEquals(List.of(), line.waiting());
    }

    @Test
    void aJobThatLeavesItsThreadInterruptedDoesNotHarmTheNext() throws InterruptedException {
        WorkLine<String> line = line(10, text -> {
            hold(text);
            Thread.currentThread().interrupt();
            return new Done();
        });
        line.offer("a");
        awaitTheFirst();
        line.offer("b");
        go.countDown();
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a", "b"), saidButMoves());
    }

    @Test
    void anEndCutsOffWhatIsUnderWayAndKeepsAllThatWaits() throws InterruptedException {
        WorkLine<String> line = line(10, this::hold);
        line.offer("a");
        awaitTheFirst();
        line.offer("b");
        assertFalse(isOver(line.drain(Duration.ofMillis(1))), "it was not long enough");
        assertTrue(line.close());
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a was cut off", "moved"), List.copyOf(said));
        assertEquals(List.of("a", "b"), line.waiting());
    }

    @Test
    void afterItsEndALineOnlyKeeps() throws InterruptedException {
        WorkLine<String> line = line(2, this::say);
        assertFalse(line.close(), "nothing was under way");
        line.offer("a");
        line.offer("b");
        line.offer("c");
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("b", "c"), line.waiting());
        assertEquals(List.of("a was the first that gave way"), List.copyOf(said));
    }

    @Test
    void anEndIsNotWaitedForByWhoPauses() throws InterruptedException {
        List<WorkLine<String>> lines = new ArrayList<>();
        WorkLine<String> line = line(2, text -> {
            begun.countDown();
            return lines.getFirst().pause(Duration.ofDays(1)) ? new Done() : new Again(Duration.ofDays(1));
        });
        lines.add(line);
        line.offer("a");
        awaitTheFirst();
        assertTrue(line.close());
        assertTrue(isOver(line.drain(LONG)));
        assertEquals(List.of("a"), line.waiting());
    }
}
