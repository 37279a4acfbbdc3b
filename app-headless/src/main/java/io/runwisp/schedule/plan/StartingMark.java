package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.Plan.Held;
import io.runwisp.schedule.plan.Plan.MarkReset;
import io.runwisp.schedule.plan.Plan.MarkReset.Cause;
import io.runwisp.time.ClockWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * From where a plan counts.
 *
 * @param mark the mark that was given, or now
 * @param held the clock stands before the mark, and slots wait for it; null if not
 * @param reset why the mark is now; null when it is the one that was given
 */
record StartingMark(ScheduleMark mark, @Nullable Held held, @Nullable MarkReset reset) {

    /** A clock that is set back further than this was wrong before, so that what it fired then counts for nothing. */
    private static final Duration FAR_BACK = Duration.ofHours(24);

    /** Whether the mark of a schedule still holds at this instant. */
    static StartingMark of(PlanInput input, Instant wall) {
        // As the journal keeps it: a mark that is read back is equal to the one that was written.
        Instant now = wall.truncatedTo(ChronoUnit.MILLIS);
        ScheduleMark fresh = ScheduleMark.of(now, input.schedule(), input.zone());
        ScheduleMark mark = input.mark();
        if (mark == null) {
            return reset(fresh, Cause.NEW_TASK, null, "the task is new: it has missed nothing");
        }
        if (!mark.expression().equals(fresh.expression())) {
            return reset(fresh, Cause.EXPRESSION_CHANGED, mark.at(), "its schedule was changed from \""
                    + mark.expression() + "\" to \"" + fresh.expression() + "\": slots count from now on");
        }
        if (!mark.zone().equals(fresh.zone())) {
            return reset(fresh, Cause.ZONE_CHANGED, mark.at(), "its zone was changed from " + mark.zone() + " to "
                    + fresh.zone() + ": slots count from now on");
        }
        return now.isBefore(mark.at()) ? setBack(input, mark, fresh) : new StartingMark(mark, null, null);
    }

    private static StartingMark setBack(PlanInput input, ScheduleMark mark, ScheduleMark fresh) {
        Duration back = Duration.between(fresh.at(), mark.at());
        PlanTexts texts = new PlanTexts(input.effectiveZone());
        if (back.compareTo(FAR_BACK) > 0 || steppedFarBack(input.interruption())) {
            return reset(fresh, Cause.CLOCK_FAR_BACK, mark.at(), "the clock was set back by more than 24 hours, to "
                    + texts.wall(fresh.at()) + ": slots count from now on");
        }
        if (input.schedule().keepsRhythm() && back.compareTo(tolerance(input.schedule(), input, mark.at())) >= 0) {
            return reset(fresh, Cause.RHYTHM_KEPT, mark.at(), "the clock was set back to " + texts.wall(fresh.at())
                    + ": this schedule keeps its rhythm and fires at times that it has fired at before");
        }
        boolean notable = back.compareTo(ClockWatch.THRESHOLD) >= 0;
        return new StartingMark(mark, notable ? new Held(mark.at(), texts.held(mark.at())) : null, null);
    }

    private static boolean steppedFarBack(Interruption interruption) {
        return interruption.kind() == Interruption.Kind.CLOCK_BACK && interruption.size().compareTo(FAR_BACK) > 0;
    }

    /** A smaller step back is a correction: the slot that was just fired is not fired again. */
    private static Duration tolerance(Schedule schedule, PlanInput input, Instant mark) {
        Slot next = schedule.next(mark, input.zone());
        Duration rhythm = next == null ? ClockWatch.THRESHOLD : Duration.between(mark, next.at());
        return rhythm.compareTo(ClockWatch.THRESHOLD) < 0 ? rhythm : ClockWatch.THRESHOLD;
    }

    private static StartingMark reset(ScheduleMark fresh, Cause cause, @Nullable Instant from, String reason) {
        return new StartingMark(fresh, null, new MarkReset(cause, from, reason));
    }
}
