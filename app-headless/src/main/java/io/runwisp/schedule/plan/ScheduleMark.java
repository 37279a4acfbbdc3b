package io.runwisp.schedule.plan;

import io.runwisp.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Up to where a schedule is accounted for; kept in the journal.
 *
 * @param at the last slot that was decided, or the instant at which the count began
 * @param expression the schedule under which it was written
 * @param zone the zone under which it was written
 */
public record ScheduleMark(Instant at, String expression, String zone) {

    /** A mark of this schedule in its own zone, or in that of its unit. */
    public static ScheduleMark of(Instant at, Schedule schedule, ZoneId unitZone) {
        ZoneId zone = schedule.zone();
        return new ScheduleMark(at, schedule.text(), (zone == null ? unitZone : zone).getId());
    }

    /** The same schedule, accounted for up to another instant. */
    public ScheduleMark movedTo(Instant instant) {
        return instant.equals(at) ? this : new ScheduleMark(instant, expression, zone);
    }
}
