package io.runwisp.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A cron line or a shorthand such as {@code @daily}: due whenever the wall clock of a zone shows one of its times. Two
 * of them are equal when their texts are.
 */
public final class CronSchedule implements Schedule {

    /**
     * How far a search looks ahead. The longest wait of a schedule that fires at all is 40 years (29 February on a
     * given weekday, across a century without a leap day), so no slot within this time means that there is none at all.
     */
    public static final int HORIZON_YEARS = 41;

    private final String text;
    private final @Nullable ZoneId zone;
    private final WallTimes times;

    CronSchedule(String text, @Nullable ZoneId zone, WallTimes times) {
        this.text = text;
        this.zone = zone;
        this.times = times;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public @Nullable ZoneId zone() {
        return zone;
    }

    @Override
    public @Nullable Slot next(Instant after, ZoneId unitZone) {
        ZoneId effective = zone == null ? unitZone : zone;
        return new SlotSearch(times, effective.getRules()).next(after);
    }

    @Override
    public boolean keepsRhythm() {
        return times.everyHour();
    }

    WallTimes times() {
        return times;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CronSchedule schedule && schedule.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
