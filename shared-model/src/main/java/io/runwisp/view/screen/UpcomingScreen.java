package io.runwisp.view.screen;

import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.unit.Upcoming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is due.
 *
 * @param hours how far it looks
 * @param rows earliest first
 * @param complete whether these are all
 * @param empty what to say when there is nothing to show; null when there is
 */
public record UpcomingScreen(String headline, int hours, List<Due> rows, boolean complete, @Nullable String empty) {

    /** How many there are at most. */
    public static final int ROWS = 100;

    public UpcomingScreen {
        rows = List.copyOf(rows);
    }

    /** The screen of what is due. */
    public static UpcomingScreen of(Upcoming upcoming, int hours, Now now) {
        List<Due> rows = upcoming.firings().stream().limit(ROWS).map(firing -> Due.of(firing, now)).toList();
        boolean complete = upcoming.complete() && upcoming.firings().size() <= ROWS;
        String stretch = " in the next " + Spans.count(hours, "hour", "hours") + ".";
        String headline = rows.isEmpty()
                ? "Nothing is due" + stretch
                : (complete ? "" : "The first ") + Spans.count(rows.size(), "run is", "runs are") + " due" + stretch;
        return new UpcomingScreen(headline, hours, rows, complete,
                rows.isEmpty() ? "No task has a schedule that is due by then." : null);
    }
}
