package io.runwisp.view.run;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last runs of a unit as bars: how long they took against what is usual, and what became of them.
 *
 * @param bars oldest first
 */
public record Rhythm(List<Bar> bars) {

    /** How many bars there are at most. */
    public static final int BARS = 30;

    private static final int FULL = 100;
    private static final int LEAST = 8;

    public Rhythm {
        bars = List.copyOf(bars);
    }

    /**
     * One run.
     *
     * @param height percent; half of it is what is usual, all of it twice that and more
     * @param says what to show when somebody points at it
     */
    public record Bar(String runId, Tone tone, int height, String says) {
    }

    /** The strip of a unit's runs. */
    public static Rhythm of(List<Run> newestFirst, Now now) {
        List<Bar> bars = new ArrayList<>();
        draw(newestFirst, now, (run, verdict, height) -> bars.add(new Bar(run.id(), verdict.tone(), height,
                RunSentence.of(run, List.of(), null, now))));
        return new Rhythm(bars);
    }

    /** Draws a bar. */
    interface Pen {

        void bar(Run run, Verdict verdict, int height);
    }

    /** Has the bars drawn, oldest first. */
    static void draw(List<Run> newestFirst, Now now, Pen pen) {
        Optional<Duration> median = Usual.of(newestFirst).map(Usual::median);
        for (Run run : newestFirst.subList(0, Math.min(BARS, newestFirst.size())).reversed()) {
            pen.bar(run, Verdict.of(run), height(run, median, now));
        }
    }

    private static int height(Run run, Optional<Duration> median, Now now) {
        long millis = RunTimes.length(run, now).map(Duration::toMillis).orElse(0L);
        if (millis == 0) {
            return LEAST;
        }
        long usual = median.map(Duration::toMillis).orElse(millis);
        long height = usual == 0 ? FULL / 2 : Math.min(FULL, millis * (FULL / 2) / usual);
        return (int) Math.max(LEAST, height);
    }
}
