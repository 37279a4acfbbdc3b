package io.runwisp.view.words;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time and sizes, short enough for a column. */
public final class Spans {

    private static final int SECOND = 1000;
    private static final int FINE = 10;
    private static final long KIB = 1024;
    private static final String UNITS = "KMGTPE";

    private Spans() {
    }

    /** A length of time in the two units that matter: {@code 933 ms}, {@code 4.2 s}, {@code 4 m 12 s}, {@code 3 d 4 h}. */
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

    /** What a daemon says of how long it is up: {@code 3d 4h 5m}, in whole minutes. */
    public static String up(String told) {
        return told.equals("0m") ? "less than a minute" : told;
    }

    /** A size: {@code 17 B}, {@code 4.2 MB}, in steps of 1024. */
    public static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= KIB && unit < UNITS.length() - 1) {
            value /= KIB;
            unit++;
        }
        return (value < FINE ? String.format(Locale.ROOT, "%.1f", Math.floor(value * 10) / 10) : (long) value + "")
                + " "
                + UNITS.charAt(unit) + "B";
    }

    /** A number of things: {@code 1 run}, {@code 12 runs}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String two(long great, String greatUnit, long small, String smallUnit) {
        return great + " " + greatUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
