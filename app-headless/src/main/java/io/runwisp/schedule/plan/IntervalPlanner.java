package io.runwisp.schedule.plan;

import io.runwisp.schedule.plan.Plan.MarkReset;
import io.runwisp.schedule.plan.SlotDecision.CatchUp;
import io.runwisp.schedule.plan.SlotDecision.DroppedByPause;
import io.runwisp.schedule.plan.SlotDecision.Fire;
import io.runwisp.schedule.plan.SlotDecision.Missed;
import io.runwisp.time.ClockReading;
import io.runwisp.time.ClockWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans one task with an {@code @every}, for one instant. The interval is counted by the monotonic clock; the wall clock
 * is asked only after a start of the daemon, when there is nothing else.
 */
final class IntervalPlanner {

    private final PlanInput input;
    private final Duration period;
    private final ClockReading now;
    private final Instant wall;
    private final PlanTexts texts;
    private final List<SlotDecision> decisions = new ArrayList<>();

    IntervalPlanner(PlanInput input, Duration period, ClockReading now) {
        this.input = input;
        this.period = period;
        this.now = now;
        this.wall = now.wall().truncatedTo(ChronoUnit.MILLIS);
        this.texts = new PlanTexts(input.effectiveZone());
    }

    Plan plan() {
        StartingMark start = StartingMark.of(input, wall);
        MarkReset reset = start.reset();
        Long base = reset == null || clockWasSet(reset) ? input.intervalBase() : null;
        Duration shown = base == null ? Duration.between(start.mark().at(), wall) : now.since(base);
        Duration elapsed = shown.isNegative() ? Duration.ZERO : shown;
        Duration begun = elapsed.compareTo(period) < 0 ? elapsed : due(elapsed, base != null);
        boolean stays = reset == null && elapsed.equals(begun) && isNear(start.mark().at(), begun);
        ScheduleMark mark = stays ? start.mark() : start.mark().movedTo(ago(begun));
        Instant next = input.paused() ? null : in(period.minus(begun));
        return new Plan(input.task(), decisions, mark, now.nanos() - begun.toNanos(), next, null, reset);
    }

    /** Where the interval began as today's clock shows it; a small difference is not worth a new mark. */
    private boolean isNear(Instant mark, Duration begun) {
        return Duration.between(ago(begun), mark).abs().compareTo(ClockWatch.THRESHOLD) < 0;
    }

    /** Rounded up: who wakes then finds the interval over. */
    private Instant in(Duration wait) {
        return wall.plus(wait).plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean clockWasSet(MarkReset reset) {
        return reset.cause() == MarkReset.Cause.RHYTHM_KEPT || reset.cause() == MarkReset.Cause.CLOCK_FAR_BACK;
    }

    /** Decides, and answers for how long the interval that is now under way has lasted. */
    private Duration due(Duration elapsed, boolean counting) {
        long count = elapsed.dividedBy(period);
        Duration sinceLast = elapsed.minus(period.multipliedBy(count));
        Duration late = elapsed.minus(period);
        if (input.paused()) {
            decisions.add(new DroppedByPause(ago(late), ago(sinceLast), capped(count), false,
                    texts.dropped(ago(late), ago(sinceLast), capped(count), false)));
            return sinceLast;
        }
        if (!counting || late.compareTo(ClockWatch.THRESHOLD) > 0) {
            return gap(capped(count), late, sinceLast, counting);
        }
        decisions.add(new Fire(ago(late), late, texts.fire(ago(late), late)));
        // Late by a whole interval and more, the next one is counted from now, or two would follow each other at once.
        return count == 1 ? late : Duration.ZERO;
    }

    private Duration gap(int count, Duration late, Duration sinceLast, boolean counting) {
        Interruption cause = cause(counting);
        Instant first = ago(late);
        Instant last = ago(sinceLast);
        int rerun = input.catchUpRuns() > 0 ? 1 : 0;
        if (count > rerun) {
            String reason = texts.missed(first, last, count, false, rerun, cause);
            decisions.add(new Missed(first, last, last, count, false, rerun, cause, reason));
        }
        if (rerun > 0) {
            decisions.add(new CatchUp(last, texts.caughtUp(last, cause)));
        }
        return rerun > 0 ? Duration.ZERO : sinceLast;
    }

    private Interruption cause(boolean counting) {
        if (input.interruption().makesGap()) {
            return input.interruption();
        }
        return counting ? new Interruption(Interruption.Kind.HELD_UP, Duration.ZERO) : Interruption.DAEMON_DOWN;
    }

    private Instant ago(Duration duration) {
        return wall.minus(duration).truncatedTo(ChronoUnit.MILLIS);
    }

    private static int capped(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
