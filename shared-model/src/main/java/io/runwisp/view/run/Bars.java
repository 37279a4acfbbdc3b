package io.runwisp.view.run;

import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long runs of a unit took, one bar each, with the band of what is usual.
 *
 * @param bars oldest first, at most {@link #MOST}
 * @param usual what is usual; null as long as there are too few successes to tell
 */
public record Bars(List<Bar> bars, @Nullable Band usual) {

    /** How many bars there are. */
    public static final int MOST = 60;

    public Bars {
        bars = List.copyOf(bars);
    }

    /**
     * One run.
     *
     * @param at its start, or its creation
     * @param lengthMs how long it ran, or has been running; 0 when it never did
     * @param says what to show when somebody points at it
     */
    public record Bar(String runId, Instant at, long lengthMs, Mark mark, Tone tone, String says) {
    }

    /**
     * What is usual.
     *
     * @param lowMs a tenth was quicker
     * @param highMs a tenth took longer
     */
    public record Band(long lowMs, long medianMs, long highMs) {
    }
}
