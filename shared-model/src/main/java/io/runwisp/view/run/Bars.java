package io.runwisp.view.run;

import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The bars of a unit's runs. */
    public static Bars of(List<Run> newestFirst, Now now) {
        List<Bar> bars = new ArrayList<>();
        for (Run run : newestFirst.subList(0, Math.min(MOST, newestFirst.size())).reversed()) {
            Verdict verdict = Verdict.of(run);
            bars.add(new Bar(run.id(), run.createdAt(),
                    RunTimes.length(run, now).map(Duration::toMillis).orElse(0L), verdict.mark(), verdict.tone(),
                    RunSentence.of(run, List.of(), null, now)));
        }
        return new Bars(bars, Usual.of(newestFirst)
            .map(usual -> new Band(usual.low().toMillis(), usual.median().toMillis(), usual.high().toMillis()))
            .orElse(null));
    }

    /**
     * One run.
     *
     * @param at when it was asked for, by which lists of runs are narrowed
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
