package io.runwisp.api.local;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.Run;
import io.runwisp.retention.UndoWindow;
import io.runwisp.store.RunBatches;
import io.runwisp.time.WallClock;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.run.Affected;
import io.runwisp.wire.run.RunSelector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Hides runs and shows them again, piece by piece, each in one commit together with its events. What hides them from lists and counts is their row; files and
 * rows go later, by retention.
 *
 * @param deleted called when there is something new that retention must come back for
 */
public record BulkDeletion(RunBatches batches, JournalPen pen, UndoWindow undo, WallClock clock, Runnable deleted) {

    private static final JsonEventText TEXTS = new JsonEventText();

    /** Deletes those that are over. */
    Affected delete(RunSelector selector) {
        ChosenRuns chosen = ChosenRuns.of(selector);
        Instant name;
        int affected;
        try (UndoWindow.Deletion deletion = undo.delete(clock.now())) {
            name = deletion.at();
            affected = change(chosen, RunBatches.Which.OVER,
                    run -> Stream.of(new RunJournalChange.HideRun(run.id(), deletion.at()),
                            new RunJournalChange.AppendEvent(
                                    EventName.RUN_DELETED.word(), clock.now(), TEXTS.ofDeleted(run))));
        } finally {
            deleted.run();
        }
        int active = chosen.count(batches, RunBatches.Which.ACTIVE);
        return new Affected(affected, name, Passed.list(Passed.active(active),
                Passed.unknown(Math.max(0, chosen.named() - affected - active))));
    }

    /** Restores those that can be. */
    Affected restore(RunSelector selector) {
        Instant taken = selector.deletion();
        try (UndoWindow.Restoration restoration = undo.restore()) {
            Instant after = restoration.after();
            if (taken == null || !selector.equals(RunSelector.takenBy(taken))) {
                return restore(ChosenRuns.of(selector), RunBatches.Which.deletedAfter(after));
            }
            return taken.isAfter(after)
                    ? restore(ChosenRuns.everything(), RunBatches.Which.deletedAt(taken))
                    : new Affected(0, null, List.of());
        }
    }

    private Affected restore(ChosenRuns chosen, RunBatches.Which which) {
        Instant now = clock.now();
        int affected = change(chosen, which,
                run -> Stream.of(new RunJournalChange.ShowRun(run.id()), new RunJournalChange.AppendEvent(
                        EventName.RUN_UPDATED.word(), now, TEXTS.ofRun(run.withDeletedAt(null), null))));
        return new Affected(affected, null, Passed.list(Passed.gone(Math.max(0, chosen.named() - affected))));
    }

    private int change(ChosenRuns chosen, RunBatches.Which which, Function<Run, Stream<RunJournalChange>> change) {
        AtomicInteger affected = new AtomicInteger();
        chosen.each(batches, which, piece -> {
            List<RunJournalChange> changes = new ArrayList<>(2 * piece.size());
            piece.forEach(run -> change.apply(run).forEach(changes::add));
            pen.write(changes.toArray(RunJournalChange[]::new));
            affected.addAndGet(piece.size());
        });
        return affected.get();
    }
}
