package io.runwisp.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A fixed interval ({@code @every 90s}), counted in real time from the last firing: no zone and no daylight saving
 * changes it.
 *
 * @param text the canonical source
 * @param zone the zone of a prefix, which has no effect here, or null
 * @param period the interval, whole seconds, at least one
 */
public record EverySchedule(String text, @Nullable ZoneId zone, Duration period) implements Schedule {

    /** Refuses an interval that the grammar cannot produce. */
    public EverySchedule {
        if (period.toSeconds() < 1 || !period.equals(Duration.ofSeconds(period.toSeconds()))) {
            throw new IllegalArgumentException("@every needs whole seconds, at least one: " + period);
        }
    }

    @Override
    public Slot next(Instant after, ZoneId unitZone) {
        return new Slot(after.plus(period), Slot.Fate.RUN);
    }

    @Override
    public boolean keepsRhythm() {
        return true;
    }
}
