package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.schedule.Schedule;
import io.runwisp.time.ClockReading;
import io.runwisp.time.ClockWatch;
import io.runwisp.time.VirtualClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Intervals through random steps of the clock, sleeps and restarts: while the daemon runs, one firing follows another
 * after one interval of the monotonic clock, however late a wake was; no wait is longer than an interval.
 * {@code -Drunwisp.seed=N} replays.
 */
class EveryWorldTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());
    private static final long NEVER = Long.MIN_VALUE;

    @Test
    void nothingButTimeMovesAnInterval() {
        for (int world = 0; world < 300; world++) {
            live(SEED + world, SlotPlanner::plan);
        }
    }

    @Test
    void theCheckerSeesAPlannerThatAsksTheWallClock() {
        BiFunction<PlanInput, ClockReading, Plan> faulty = (input, now) -> SlotPlanner.plan(
                new PlanInput("t", input.schedule(), input.zone(), input.mark(), null, 1, false, input.interruption()),
                now);
        assertThrows(AssertionError.class, () -> live(1, faulty));
    }

    @Test
    void theCheckerSeesAPlannerThatForgetsToFire() {
        BiFunction<PlanInput, ClockReading, Plan> faulty = (input, now) -> {
            Plan good = SlotPlanner.plan(input, now);
            return new Plan("t", List.of(), good.mark(), good.intervalBase(), good.nextWake(), null, null);
        };
        assertThrows(AssertionError.class, () -> live(1, faulty));
    }

    private static void live(long seed, BiFunction<PlanInput, ClockReading, Plan> planner) {
        try {
            new World(new Random(seed), planner).live();
        } catch (AssertionError error) {
            throw new AssertionError(error.getMessage() + " (replay with -Drunwisp.seed=" + seed + ")", error);
        }
    }

    private static final class World {
        private final Random random;
        private final BiFunction<PlanInput, ClockReading, Plan> planner;
        private final VirtualClocks clocks = new VirtualClocks(Instant.parse("2026-01-01T00:00:00Z"));
        private final Duration period;
        private final Schedule schedule;
        private ClockWatch watch = new ClockWatch(clocks.read());
        private @Nullable ScheduleMark mark;
        private @Nullable Long base;
        private long lastFiring = NEVER;
        private boolean restarted;

        World(Random random, BiFunction<PlanInput, ClockReading, Plan> planner) {
            this.random = random;
            this.planner = planner;
            this.period = Duration.ofSeconds(1 + random.nextInt(7_200));
            this.schedule = PlanText.schedule("@every " + period.toSeconds() + "s");
        }

        void live() {
            for (int i = 0; i < 200; i++) {
                Duration wait = plan();
                happen(wait);
            }
        }

        private Duration plan() {
            ClockReading now = clocks.read();
            Interruption cause = restarted
                    ? Interruption.DAEMON_DOWN
                    : Interruption.of(watch.read(now, Duration.ZERO));
            Plan plan = planner.apply(new PlanInput("t", schedule, ZoneId.of("UTC"), mark, base, 1, false, cause), now);
            check(plan, now);
            mark = plan.mark();
            base = plan.intervalBase();
            restarted = false;
            Duration wait = Duration.between(now.wall(), Objects.requireNonNull(plan.nextWake()));
            assertTrue(wait.isPositive() && wait.compareTo(period.plusMillis(1)) <= 0, () -> "wait of " + wait);
            return wait;
        }

        private void check(Plan plan, ClockReading now) {
            long firings = plan.decisions()
                .stream()
                .filter(decision -> !(decision instanceof SlotDecision.Missed))
                .count();
            assertTrue(firings <= 1, () -> "several at once: " + plan);
            if (lastFiring != NEVER && !restarted) {
                Duration since = now.since(lastFiring);
                // A firing that was late by less than an interval and a minute does not move the next one.
                Duration mostLate = period.compareTo(ClockWatch.THRESHOLD) < 0 ? period : ClockWatch.THRESHOLD;
                assertFalse(firings == 1 && since.compareTo(period.minus(mostLate)) < 0, () -> "too soon: " + plan);
                assertFalse(firings == 0 && since.compareTo(period.plusMillis(1)) >= 0, () -> "not fired: " + plan);
            }
            if (firings == 1) {
                lastFiring = now.nanos();
            } else if (lastFiring == NEVER || restarted) {
                // From here on the plan must keep to what it said when it began to count.
                Duration wait = Duration.between(now.wall(), Objects.requireNonNull(plan.nextWake()));
                lastFiring = now.nanos() + wait.minus(period).toNanos();
            }
            assertFalse(plan.mark().at().isAfter(now.wall().plus(ClockWatch.THRESHOLD)), "mark ahead");
        }

        private void happen(Duration wait) {
            switch (random.nextInt(12)) {
                case 0 -> clocks.step(millis(100_000_000));
                case 1 -> clocks.sleep(millis(25_000_000).abs());
                case 2 -> restart(Duration.ZERO);
                case 3 -> clocks.step(millis(50_000));
                case 4 -> restart(millis(10_000_000));
                default -> clocks.advance(wait.plusMillis(random.nextInt(50)));
            }
        }

        private void restart(Duration step) {
            clocks.step(step);
            clocks.advance(millis(10_000_000).abs());
            watch = new ClockWatch(clocks.read());
            base = null;
            restarted = true;
        }

        private Duration millis(int most) {
            return Duration.ofMillis(random.nextInt(2 * most) - most);
        }
    }
}
