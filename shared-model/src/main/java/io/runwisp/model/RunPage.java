package io.runwisp.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list of runs.
 *
 * @param total how many runs the whole list has
 * @param newest the run that was recorded last at that moment, whether it is in the list or not; null when there is none or nobody asked
 */
public record RunPage(List<Run> runs, long total, @Nullable RunId newest) {

    public RunPage {
        runs = List.copyOf(runs);
    }

    /** A piece about whose moment nothing is known. */
    public RunPage(List<Run> runs, long total) {
        this(runs, total, null);
    }
}
