package io.runwisp.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The rhythm of one task, as written in its {@code cron} key. Immutable; equal texts read to equal schedules. */
public sealed interface Schedule permits CronSchedule, EverySchedule {

    /** The source in canonical form: single blanks, lower-case names, prefix {@code TZ=}. It reads to this schedule. */
    String text();

    /** The zone of the {@code TZ=} prefix, or null when the schedule follows the zone of its unit. */
    @Nullable
    ZoneId zone();

    /**
     * The first slot strictly after {@code after}, or null when there is none, or none before the year 9999.
     *
     * @param after for {@link CronSchedule} any instant, for {@link EverySchedule} its last firing
     * @param unitZone the zone of the unit; the schedule's own zone wins
     */
    @Nullable
    Slot next(Instant after, ZoneId unitZone);

    /**
     * Whether it keeps its rhythm when the wall clock shows a time again: an interval, or a cron line whose hour field
     * is a wildcard. All others run once for each time on the wall.
     */
    boolean keepsRhythm();
}
