package io.runwisp.view.runs;

import io.runwisp.live.RunWindow;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list of runs as it is shown.
 *
 * @param headline how many there are, and which
 * @param rows the piece
 * @param first the place of its first row in the whole list, counted from 1; 0 for none
 * @param last the place of its last row; 0 for none
 * @param order in which order they are, in words
 * @param chips what narrows the list
 * @param empty what to say when there is nothing to show; null when there is
 * @param words what is wanted as it can be typed
 * @param address the same as the query of an address
 * @param every all runs of the list, as a command for many is told; null when there are none, or it is not clear which are wanted
 */
public record RunListView(String headline, List<RunRow> rows, long first, long last, long total, String order,
        List<Chip> chips,
        @Nullable String empty, String words, String address, @Nullable RunSelector every) {

    public RunListView {
        rows = List.copyOf(rows);
        chips = List.copyOf(chips);
    }

    /** The view of a window for which {@code wanted} was asked. */
    public static RunListView of(RunWindow window, RunsWanted wanted, Now now) {
        return of(window, wanted, Chip.of(wanted, now), now);
    }

    /** The same on the page of its unit, whose name need not be said again. */
    public static RunListView ofUnit(RunWindow window, RunsWanted wanted, Now now) {
        return of(window, wanted, Chip.of(wanted.withTask(null), now), now);
    }

    /** @param told what the headline says of what narrows it */
    private static RunListView of(RunWindow window, RunsWanted wanted, List<Chip> told, Now now) {
        List<Run> runs = window.runs();
        long first = runs.isEmpty() ? 0 : window.query().offset() + 1L;
        long last = runs.isEmpty() ? 0 : window.query().offset() + (long) runs.size();
        long total = Math.max(window.total(), last);
        List<Chip> chips = Chip.of(wanted, now);
        return new RunListView(headline(total, told), runs.stream().map(run -> RunRow.of(run, now)).toList(), first,
                last, total, order(wanted.sort()), chips, empty(runs, total, wanted, chips), RunsText.words(wanted),
                RunsText.address(wanted), total == 0 || wanted.exitIsWrong() ? null : every(window, now));
    }

    /** As of now: neither what is recorded later is meant, nor what comes to an end later and only then fits. */
    private static RunSelector every(RunWindow window, Now now) {
        RunFilter filter = window.query().filter();
        return RunSelector.all(RunCriteria.of(filter), List.of())
            .asOf(window.newest(), filter.statuses().isEmpty() ? null : now.at());
    }

    private static String headline(long total, List<Chip> chips) {
        StringBuilder text = new StringBuilder(total == 0 ? "No runs" : Spans.count(total, "run", "runs"));
        chips.stream().filter(chip -> !chip.wrong()).forEach(chip -> text.append(", ").append(chip.says()));
        return text.append('.').toString();
    }

    private static String order(RunSort sort) {
        boolean down = sort.descending();
        return switch (sort.field()) {
            case CREATED_AT -> down ? "newest first" : "oldest first";
            case START_AT -> down ? "latest start first" : "earliest start first";
            case DURATION -> down ? "longest first" : "shortest first";
            case EXIT_CODE -> down ? "greatest exit code first" : "least exit code first";
            case TASK_NAME -> down ? "by unit, backwards" : "by unit";
            case STATUS -> down ? "by outcome, backwards" : "by outcome";
        };
    }

    private static @Nullable String empty(List<Run> runs, long total, RunsWanted wanted, List<Chip> chips) {
        if (!runs.isEmpty()) {
            return null;
        }
        if (total > 0) {
            return "The list ends before this page.";
        }
        if (wanted.everything()) {
            return "Nothing has run yet. A run appears here as soon as it has a row.";
        }
        return chips.size() == 1 && wanted.task() != null
                ? wanted.task() + " has no run on record."
                : "No run fits. Take away what narrows the list to see more.";
    }
}
