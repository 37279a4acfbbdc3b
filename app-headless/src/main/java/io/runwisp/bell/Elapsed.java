package io.runwisp.bell;

import java.time.Duration;
import java.util.Locale;

/** How long something took, in a word: {@code 0.4s}, {@code 12s}, {@code 3m 4s}, {@code 1h 12m}. */
public final class Elapsed {

    private static final int NEARLY_A_SECOND = 950;

    private Elapsed() {
    }

    /** Of a duration. */
    public static String text(Duration duration) {
        if (duration.toMillis() < NEARLY_A_SECOND) {
            return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
        }
        long seconds = duration.plusMillis(500).toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600 ? seconds / 60 + "m " + seconds % 60 + "s"
                : seconds / 3600 + "h " + seconds % 3600 / 60 + "m";
    }
}
