package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.SlotDecision.DroppedByPause;
import io.runwisp.schedule.plan.SlotDecision.Fire;
import io.runwisp.time.ClockReading;
import io.runwisp.time.ClockWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Plans one task with a cron line, for one instant. */
final class CronPlanner {

    private final PlanInput input;
    private final Schedule schedule;
    private final ZoneId zone;
    private final Instant now;
    private final PlanTexts texts;
    private final List<SlotDecision> decisions = new ArrayList<>();

    CronPlanner(PlanInput input, ClockReading now) {
        this.input = input;
        this.schedule = input.schedule();
        this.zone = input.effectiveZone();
        this.now = now.wall();
        this.texts = new PlanTexts(zone);
    }

    Plan plan() {
        StartingMark start = StartingMark.of(input, now);
        Instant mark = start.mark().at();
        Slot next = schedule.next(mark, zone);
        if (next != null && !next.at().isAfter(now)) {
            mark = input.paused() ? drop(mark) : decide(mark);
            next = schedule.next(mark, zone);
        }
        Instant wake = next == null || input.paused() ? null : next.at();
        return new Plan(input.task(), decisions, start.mark().movedTo(mark), null, wake, start.held(), start.reset());
    }

    /** Everything up to now passes; answers the new mark. */
    private Instant drop(Instant mark) {
        SlotStretch stretch = SlotStretch.count(schedule, zone, mark, now, SlotStretch.COUNTED);
        Instant first = stretch.slots().getFirst().at();
        int count = stretch.slots().size();
        decisions.add(new DroppedByPause(first, stretch.last(), count, stretch.cut(),
                texts.dropped(first, stretch.last(), count, stretch.cut())));
        return stretch.last();
    }

    /** Accounts for everything up to now; answers the new mark. */
    private Instant decide(Instant mark) {
        Interruption cause = input.interruption();
        if (cause.makesGap()) {
            return gap(mark, now, cause);
        }
        // A slot that is late by exactly the threshold is ordinary still.
        Instant tooLate = now.minus(ClockWatch.THRESHOLD).minusNanos(1);
        return fire(gap(mark, tooLate, new Interruption(Interruption.Kind.HELD_UP, Duration.ZERO)));
    }

    private Instant gap(Instant mark, Instant end, Interruption cause) {
        return mark.isBefore(end) ? new GapDecisions(input, cause, texts, now).decide(mark, end, decisions) : mark;
    }

    private Instant fire(Instant mark) {
        Instant last = mark;
        Slot slot = schedule.next(mark, zone);
        while (slot != null && !slot.at().isAfter(now)) {
            last = slot.at();
            Duration late = Duration.between(last, now);
            decisions.add(slot.runs() ? new Fire(last, late, texts.fire(last, late)) : texts.skipped(slot));
            slot = schedule.next(last, zone);
        }
        return last;
    }
}
