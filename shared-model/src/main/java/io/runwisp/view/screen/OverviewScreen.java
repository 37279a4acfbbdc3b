package io.runwisp.view.screen;

import io.runwisp.live.Link;
import io.runwisp.live.Picture;
import io.runwisp.view.calendar.CalendarView;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.MetricsSample;
import io.runwisp.wire.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything at one glance.
 *
 * @param sub what comes after the headline: how much runs, what is next, how today went
 * @param needs who needs somebody, at most {@link #MOST}
 * @param moreNeeds how many more need somebody
 * @param running what runs now, at most {@link #MOST}
 * @param moreRunning how much more runs
 * @param next what is due next, at most {@link #MOST}
 * @param today the day on one axis; null until it was counted
 * @param recent the newest runs that are over
 * @param host the machine, or null when it has not said anything yet
 * @param empty what to say when there is nothing to run, or null
 */
public record OverviewScreen(Headline headline, String sub, List<Need> needs, int moreNeeds, List<Running> running,
        int moreRunning, List<Due> next, @Nullable CalendarView today, UnitList units, List<RunRow> recent,
        @Nullable HostView host, @Nullable Lesson empty) {

    /** How many stand in each of the panels. */
    public static final int MOST = 6;

    public OverviewScreen {
        needs = List.copyOf(needs);
        running = List.copyOf(running);
        next = List.copyOf(next);
        recent = List.copyOf(recent);
    }

    /**
     * What it is made of, besides the units.
     *
     * @param recent the newest runs of a unit, newest first
     * @param today how the day went, or null when nobody has counted yet
     * @param ended the newest runs that are over
     * @param samples what the machine did lately, oldest first
     */
    public record Parts(Function<String, List<Run>> recent, @Nullable Today today, List<Run> ended,
            List<MetricsSample> samples) {

        public Parts {
            ended = List.copyOf(ended);
            samples = List.copyOf(samples);
        }
    }

    /**
     * How a day went.
     *
     * @param total how many runs were made in it
     * @param ended how many of them are over
     * @param failed how many of those failed
     * @param calendar all of it on one axis
     */
    public record Today(long total, long ended, long failed, CalendarView calendar) {
    }

    /** The screen of a daemon. */
    public static OverviewScreen of(Link link, Picture picture, UnitsWanted wanted, Parts parts, Now now) {
        return new Overview(picture, now, parts.recent()).screen(link, wanted, parts);
    }

    /**
     * Somebody should look at it.
     *
     * @param label the unit, or the replica of it
     * @param why what is wrong, in a sentence
     * @param runId the run to look at; empty for none
     */
    public record Need(String unit, String label, boolean service, Mark mark, String word, Tone tone, String why,
            String runId) {
    }

    /**
     * It runs.
     *
     * @param says how long it has been running, of how long it usually takes; of a service, how many replicas are up and since when
     * @param startedAt its start; of a service, since when it is as it is
     * @param usualMs how long it usually takes, or null
     * @param runId the run; empty for a service
     */
    public record Running(String unit, String label, boolean service, String says, @Nullable Instant startedAt,
            @Nullable Long usualMs, String runId) {
    }

    /** What to do when there is nothing. */
    public record Lesson(String sentence, String example) {
    }
}
