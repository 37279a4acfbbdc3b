package io.runwisp.view.words;

import io.runwisp.model.Elapsed;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lengths of time and sizes, short enough for a column. */
public final class Spans {

    private static final int FINE = 10;
    private static final long KIB = 1024;
    private static final Pattern UNIT = Pattern.compile("(?<=[0-9])[dhm]");
    private static final String UNITS = "KMGTPE";

    private Spans() {
    }

    /** A length of time in the two units that matter: {@code 933 ms}, {@code 4.2 s}, {@code 4 m 12 s}, {@code 3 d 4 h}. */
    public static String text(Duration length) {
        return Elapsed.text(length);
    }

    /** What a daemon says of how long it is up, {@code 3d 4h 5m} in whole minutes, as lengths are written elsewhere. */
    public static String up(String told) {
        return told.equals("0m") ? "less than a minute" : UNIT.matcher(told).replaceAll(" $0");
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
}
