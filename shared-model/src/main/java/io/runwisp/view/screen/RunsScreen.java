package io.runwisp.view.screen;

import io.runwisp.live.RunWindow;
import io.runwisp.view.runs.RunListView;
import io.runwisp.view.runs.RunsText;
import io.runwisp.view.words.Now;
import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.Required;
import java.util.Collection;
import java.util.List;

/**
 * All runs, or those that are wanted.
 *
 * @param page which page it is, counted from 0
 * @param pages how many there are, at least 1
 * @param problems what of the query could not be read; it is left out
 * @param units the names of all units, to choose from
 */
public record RunsScreen(@Required @Flat RunListView list, int page, int pages, List<String> problems,
        List<String> units) {

    /** How many a page has. */
    public static final int ROWS = 100;

    public RunsScreen {
        problems = List.copyOf(problems);
        units = List.copyOf(units);
    }

    /** The screen of a page that was asked for. */
    public static RunsScreen of(RunWindow window, RunsText.Read read, Collection<String> units, Now now) {
        RunListView list = RunListView.of(window, read.wanted(), now);
        return new RunsScreen(list, window.query().offset() / ROWS, Pages.count(list.total(), ROWS), read.problems(),
                List.copyOf(units));
    }
}
