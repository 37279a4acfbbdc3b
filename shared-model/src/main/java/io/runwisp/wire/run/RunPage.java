package io.runwisp.wire.run;

import java.util.List;

/**
 * A piece of a list of runs.
 *
 * @param total how many the whole list has
 */
public record RunPage(List<Run> runs, long total) {

    public RunPage {
        runs = List.copyOf(runs);
    }
}
