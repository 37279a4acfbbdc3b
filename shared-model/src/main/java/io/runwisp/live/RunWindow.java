package io.runwisp.live;

import io.runwisp.client.DaemonApi;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.RunQuery;
import io.runwisp.model.RunSort;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list of runs that stays true.
 *
 * @param query which piece
 * @param total how many runs the whole list has
 * @param newest the run that was recorded last when the list was asked for, or null
 */
public record RunWindow(RunQuery query, List<Run> runs, long total,
        @Nullable String newest) implements Followed<RunWindow> {

    public RunWindow {
        runs = List.copyOf(runs);
    }

    /** Asks a daemon for it. */
    public static RunWindow of(DaemonApi api, RunQuery query) {
        RunPage page = api.runs(query);
        return new RunWindow(query, page.runs(), page.total(), page.newest());
    }

    @Override
    public RunWindow after(DaemonEvent event) {
        return switch (event) {
            case DaemonEvent.RunChanged changed -> after(changed.event().run());
            case DaemonEvent.RunGone gone -> new RunWindow(query,
                    runs.stream().filter(run -> !run.id().equals(gone.event().runId())).toList(), total, newest);
            default -> this;
        };
    }

    private RunWindow after(Run changed) {
        return new RunWindow(query, runs.stream()
            .map(run -> run.id().equals(changed.id()) && Runs.isNotBefore(changed, run) ? changed : run)
            .toList(), total, newest);
    }

    @Override
    public boolean outdatedBy(DaemonEvent event) {
        return switch (event) {
            case DaemonEvent.EventsLost _ -> true;
            case DaemonEvent.RunGone gone -> mayHold(gone.event().taskName());
            case DaemonEvent.RunChanged changed -> moves(changed.event().run());
            default -> false;
        };
    }

    /** Whether a run comes into the list, leaves it, or may stand elsewhere in it. */
    private boolean moves(Run changed) {
        boolean shown = runs.stream().anyMatch(run -> run.id().equals(changed.id()));
        boolean wanted = Runs.fits(changed, query.filter());
        if (shown) {
            return !wanted || query.sort().field() != RunSort.Field.CREATED_AT;
        }
        // Not shown and not wanted: it may have left the list on another page, which changes the total.
        return wanted || !query.filter().statuses().isEmpty() && mayHold(changed.taskName());
    }

    private boolean mayHold(String taskName) {
        return query.filter().taskName() == null || query.filter().taskName().equals(taskName);
    }
}
