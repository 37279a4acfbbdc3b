package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.time.ClockReading;
import io.runwisp.time.ClockWatch;
import io.runwisp.time.VirtualClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One task, through years in which now and then something happens to its daemon or its clock; each plan is checked. */
final class PlanWorld {

    private static final Duration LOOK_INTO_A_PAUSE = Duration.ofDays(3);
    private static final Duration LONGEST_GAP = Duration.ofHours(40);

    private final Random random;
    private final Schedule schedule;
    private final ZoneId zone;
    private final VirtualClocks clocks;
    private final BiFunction<PlanInput, ClockReading, Plan> planner;
    private final PlanChecker checker = new PlanChecker();
    private ClockWatch watch;
    private @Nullable ScheduleMark mark;
    private @Nullable Instant wake;
    private int catchUp = 1;
    private boolean paused;
    private Interruption interruption = Interruption.DAEMON_DOWN;

    PlanWorld(String line, ZoneId zone, Instant start, BiFunction<PlanInput, ClockReading, Plan> planner,
            Random random) {
        this.schedule = PlanText.schedule(line);
        this.zone = zone;
        this.clocks = new VirtualClocks(start);
        this.planner = planner;
        this.random = random;
        this.watch = new ClockWatch(clocks.read());
    }

    /** Lives until the wall clock shows this; answers how many slots were accounted for. */
    long live(Instant until, int quietWakes) {
        plan();
        while (clocks.read().wall().isBefore(until)) {
            if (random.nextInt(quietWakes) == 0) {
                happen();
            } else {
                advanceToWake(until);
            }
            plan();
        }
        return checker.slots();
    }

    private void advanceToWake(Instant until) {
        Instant now = clocks.read().wall();
        Instant next = wake == null ? now.plus(LOOK_INTO_A_PAUSE) : wake;
        Instant target = next.isAfter(until) ? until : next;
        Duration wait = Duration.between(now, target);
        // Most wakes are a little late, some early, some as late as is still ordinary.
        long slip = switch (random.nextInt(6)) {
            case 0 -> -random.nextInt(2_000);
            case 1 -> random.nextInt(60_000);
            default -> random.nextInt(20);
        };
        Duration slipped = wait.plusMillis(slip);
        clocks.advance(slipped.isPositive() ? slipped : Duration.ofMillis(1));
        if (target.equals(until)) {
            clocks.advance(Duration.ofSeconds(1));
        }
    }

    private void happen() {
        long seconds = random.nextLong(LONGEST_GAP.toSeconds());
        switch (random.nextInt(11)) {
            case 0 -> clocks.sleep(Duration.ofSeconds(seconds));
            case 1 -> clocks.step(Duration.ofSeconds(seconds));
            case 2 -> clocks.step(Duration.ofSeconds(-random.nextLong(86_400)));
            case 3 -> clocks.step(Duration.ofSeconds(-seconds));
            case 4 -> clocks.step(Duration.ofMillis(random.nextInt(120_000) - 60_000L));
            case 5 -> restart(Duration.ofSeconds(seconds));
            case 6 -> restart(Duration.ofSeconds(1 + random.nextInt(5)));
            case 7 -> changePause();
            case 8 -> catchUp = random.nextInt(4) == 0 ? random.nextInt(500) : random.nextInt(3);
            case 9 -> {
                clocks.advance(Duration.ofSeconds(random.nextInt(7_200)));
                interruption = Interruption.JOURNAL_STALLED;
            }
            default -> clocks.advance(Duration.ofSeconds(seconds));
        }
    }

    private void restart(Duration down) {
        clocks.advance(down);
        watch = new ClockWatch(clocks.read());
        interruption = Interruption.DAEMON_DOWN;
    }

    private void changePause() {
        plan();
        paused = !paused;
    }

    private void plan() {
        ClockReading now = clocks.read();
        Interruption stepped = Interruption.of(watch.read(now, Duration.ZERO));
        Interruption cause = interruption.equals(Interruption.NONE) ? stepped : interruption;
        interruption = Interruption.NONE;
        PlanInput input = new PlanInput("t", schedule, zone, mark, null, catchUp, paused, cause);
        Plan plan = planner.apply(input, now);
        checker.check(input, now, plan);
        mark = plan.mark();
        wake = plan.nextWake();
    }

    @Override
    public String toString() {
        return "\"" + schedule.text() + "\" in " + zone + " at " + clocks.read().wall();
    }
}
