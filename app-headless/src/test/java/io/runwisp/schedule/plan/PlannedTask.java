package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import io.runwisp.time.ClockReading;
import io.runwisp.time.ClockStep;
import io.runwisp.time.ClockWatch;
import io.runwisp.time.VirtualClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One task on virtual clocks, planned as the engine does it: what a plan says is kept for the next one. */
final class PlannedTask {

    final VirtualClocks clocks;
    final PlanText text;
    private final ZoneId zone;
    private Schedule schedule;
    private ClockWatch watch;
    private @Nullable ScheduleMark mark;
    private @Nullable Long base;
    private int catchUp = 1;
    private boolean paused;

    PlannedTask(String schedule, String zone, String start) {
        this.schedule = PlanText.schedule(schedule);
        this.zone = ZoneId.of(zone);
        this.text = new PlanText(this.zone);
        this.clocks = new VirtualClocks(PlanText.instant(start));
        this.watch = new ClockWatch(clocks.read());
        wake();
    }

    PlannedTask catchUp(int runs) {
        catchUp = runs;
        return this;
    }

    /** Plans now, as at any wake. */
    Plan wake() {
        ClockReading now = clocks.read();
        ClockStep step = watch.read(now, Duration.ZERO);
        return plan(Interruption.of(step), now);
    }

    /** Lets time pass, then plans. */
    Plan after(String duration) {
        clocks.advance(Duration.parse(duration));
        return wake();
    }

    /** The daemon is down for a while, and starts: what was in memory only is gone. */
    Plan restartAfter(String duration) {
        clocks.advance(Duration.parse(duration));
        watch = new ClockWatch(clocks.read());
        base = null;
        return plan(Interruption.DAEMON_DOWN, clocks.read());
    }

    void reload(String changed) {
        schedule = PlanText.schedule(changed);
    }

    Plan pause() {
        Plan plan = wake();
        paused = true;
        return plan;
    }

    Plan resume() {
        Plan plan = wake();
        paused = false;
        return plan;
    }

    Instant mark() {
        return mark == null ? Instant.MIN : mark.at();
    }

    String shown(Plan plan) {
        return text.decisions(plan) + " | " + text.shown(plan.nextWake());
    }

    private Plan plan(Interruption interruption, ClockReading now) {
        PlanInput input = new PlanInput("t", schedule, zone, mark, base, catchUp, paused, interruption);
        Plan plan = SlotPlanner.plan(input, now);
        mark = plan.mark();
        base = plan.intervalBase();
        return plan;
    }
}
