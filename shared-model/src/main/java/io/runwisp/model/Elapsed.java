package io.runwisp.model;

import java.time.Duration;
import java.util.Locale;

/** A length of time as people read it, the same on screens, in the bell and in what leaves the machine. */
public final class Elapsed {

    private static final int SECOND = 1000;
    private static final int FINE = 10;

    private Elapsed() {
    }

    /** In the two units that matter: {@code 933 ms}, {@code 4.2 s}, {@code 4 m 12 s}, {@code 3 d 4 h}. */
    public static String text(Duration length) {
        long millis = Math.max(0, length.toMillis());
        if (millis < SECOND) {
            return millis + " ms";
        }
        long seconds = millis / SECOND;
        if (seconds < FINE) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "m", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "m");
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String two(long great, String greatUnit, long small, String smallUnit) {
        return great + " " + greatUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
