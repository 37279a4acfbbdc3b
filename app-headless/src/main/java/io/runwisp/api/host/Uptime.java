package io.runwisp.api.host;

import io.runwisp.time.MonotonicClock;
import java.time.Duration;

/**
 * How long the daemon has been up.
 *
 * @param began what the clock showed when it began
 */
public record Uptime(MonotonicClock clock, long began) {

    /** From now on. */
    public static Uptime of(MonotonicClock clock) {
        return new Uptime(clock, clock.nanos());
    }

    /** How long. */
    public Duration length() {
        return Duration.ofNanos(clock.nanos() - began);
    }

    /** The same in words: {@code 3d 4h 5m}, {@code 4h 5m} or {@code 5m}. */
    public String text() {
        return text(length());
    }

    static String text(Duration up) {
        String minutes = up.toMinutesPart() + "m";
        if (up.toHours() == 0) {
            return minutes;
        }
        String hours = up.toHoursPart() + "h " + minutes;
        return up.toDays() == 0 ? hours : up.toDays() + "d " + hours;
    }
}
