package io.runwisp.wire.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list of runs.
 *
 * @param total how many the whole list has
 * @param newest the run that was recorded last when the list was made, whether it is in the list or not; absent when there is none
 */
public record RunPage(List<Run> runs, long total, @Nullable String newest) {

    public RunPage {
        runs = List.copyOf(runs);
    }
}
