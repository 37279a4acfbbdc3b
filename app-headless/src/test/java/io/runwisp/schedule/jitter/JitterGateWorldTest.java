package io.runwisp.schedule.jitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.time.ClockReading;
import io.runwisp.time.VirtualClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many jittered tasks through random nights: every firing starts once and within its window, or was dropped; two that
 * are due together never start together at that instant; nothing stays behind. {@code -Drunwisp.seed=N} replays.
 */
class JitterGateWorldTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());
    private static final Instant START = Instant.parse("2026-07-01T02:00:00Z");

    /** Errors that a gate, or whoever serves it, might have; the checker must see each of them. */
    enum Fault {
        NONE, STARTS_TWICE, FORGETS, WAKES_LATE, LETS_ALL_THROUGH
    }

    @Test
    void everyFiringStartsOnceWithinItsWindow() {
        for (int world = 0; world < 500; world++) {
            live(SEED + world, Fault.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theCheckerSeesAGateThat(Fault fault) {
        assertThrows(AssertionError.class, () -> {
            for (int world = 0; world < 50; world++) {
                live(world, fault);
            }
        });
    }

    private static void live(long seed, Fault fault) {
        try {
            new World(seed, fault).live();
        } catch (AssertionError error) {
            throw new AssertionError(error.getMessage() + " (replay with -Drunwisp.seed=" + seed + ")", error);
        }
    }

    /** A firing that was started. */
    private record Running(JitterArrival arrival, Instant startedAt, Instant endsAt) {

        boolean isYoung(Instant now) {
            return startedAt.plus(arrival.window()).isAfter(now);
        }
    }

    private static final class World {
        private final Random random;
        private final Fault fault;
        private final VirtualClocks clocks = new VirtualClocks(START);
        private final JitterGate gate = new JitterGate();
        private final List<JitterArrival> coming = new ArrayList<>();
        private final List<JitterArrival> waiting = new ArrayList<>();
        private final List<Running> running = new ArrayList<>();

        World(long seed, Fault fault) {
            this.random = new Random(seed);
            this.fault = fault;
        }

        void live() {
            List<JitterTask> tasks = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                Duration window = Duration.ofSeconds(1 + random.nextInt(600));
                tasks.add(new JitterTask("t" + i, START.plusSeconds(random.nextInt(4) * 60L), window));
            }
            JitterPlan.place(tasks)
                .forEach((name, offset) -> tasks.stream()
                    .filter(task -> task.name().equals(name))
                    .forEach(task -> coming.add(new JitterArrival(name, task.nextSlot(), task.window(), offset))));
            for (int step = 0; step < 10_000 && !(coming.isEmpty() && waiting.isEmpty()); step++) {
                step();
            }
            assertEquals(List.of(), waiting, "never started");
            assertNull(gate.nextWake(clocks.read()), "something is still held");
        }

        private void step() {
            Instant now = clocks.read().wall();
            for (JitterArrival arrival : List.copyOf(coming)) {
                if (!arrival.slot().isAfter(now)) {
                    coming.remove(arrival);
                    waiting.add(arrival);
                    gate.arrive(arrival, clocks.read());
                    if (random.nextInt(4) == 0) {
                        release();
                    }
                }
            }
            for (Running run : List.copyOf(running)) {
                if (!run.endsAt().isAfter(now)) {
                    running.remove(run);
                    gate.ended(run.arrival().task(), run.arrival().slot());
                }
            }
            if (random.nextInt(40) == 0) {
                waiting.removeAll(gate.drop("t" + random.nextInt(12)));
            }
            release();
            clocks.advance(untilSomethingHappens(now));
        }

        private Duration untilSomethingHappens(Instant now) {
            ClockReading reading = clocks.read();
            Duration wake = gate.nextWake(reading);
            assertEquals(waiting.isEmpty(), wake == null, "a wake is wanted exactly when something is held");
            Instant next = wake == null ? now.plus(Duration.ofHours(1)) : now.plus(wake);
            for (JitterArrival arrival : coming) {
                next = arrival.slot().isBefore(next) ? arrival.slot() : next;
            }
            for (Running run : running) {
                next = run.endsAt().isBefore(next) ? run.endsAt() : next;
            }
            Duration late = fault == Fault.WAKES_LATE ? Duration.ofSeconds(30) : Duration.ZERO;
            return Duration.between(now, next).plus(late);
        }

        private void release() {
            ClockReading reading = clocks.read();
            Instant now = reading.wall();
            List<JitterArrival> released = new ArrayList<>(gate.release(reading));
            if (fault == Fault.FORGETS && !released.isEmpty() && random.nextInt(5) == 0) {
                released.removeLast();
            }
            if (fault == Fault.STARTS_TWICE && !released.isEmpty()) {
                released.add(released.getFirst());
            }
            if (fault == Fault.LETS_ALL_THROUGH) {
                released.addAll(gate.dropAll());
            }
            boolean tick = false;
            for (JitterArrival arrival : released) {
                assertTrue(waiting.remove(arrival), () -> arrival + " started twice, or never came");
                assertFalse(arrival.slot().plus(arrival.window()).isBefore(now), () -> arrival + " is late at " + now);
                boolean atItsTick = arrival.slot().equals(now);
                boolean shares = running.stream()
                    .anyMatch(run -> run.isYoung(now) && run.arrival().slot().equals(now) && atItsTick);
                assertFalse(shares || tick && atItsTick, () -> arrival + " starts together with another of its tick");
                tick |= atItsTick;
                start(arrival, now);
            }
        }

        private void start(JitterArrival arrival, Instant now) {
            if (random.nextInt(5) == 0) {
                gate.refused(arrival.task(), arrival.slot());
                release();
            } else {
                Instant end = now.plusMillis(1 + random.nextInt(900_000));
                running.add(new Running(arrival, now, end));
            }
        }
    }
}
