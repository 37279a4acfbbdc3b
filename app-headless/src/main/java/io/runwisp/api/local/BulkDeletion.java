package io.runwisp.api.local;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.Run;
import io.runwisp.retention.UndoWindow;
import io.runwisp.store.RunBatches;
import io.runwisp.time.WallClock;
import io.runwisp.wire.event.EventName;
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

    /** Deletes those that are over, and returns how many. */
    int delete(ChosenRuns chosen) {
        try (UndoWindow.Deletion deletion = undo.delete(clock.now())) {
            return change(chosen, RunBatches.Which.OVER,
                    run -> Stream.of(new RunJournalChange.HideRun(run.id(), deletion.at()),
                            new RunJournalChange.AppendEvent(
                                    EventName.RUN_DELETED.word(), clock.now(), TEXTS.ofDeleted(run))));
        } finally {
            deleted.run();
        }
    }

    /** Restores those that can be, and returns how many. */
    int restore(ChosenRuns chosen) {
        try (UndoWindow.Restoration restoration = undo.restore()) {
            Instant now = clock.now();
            return change(chosen, RunBatches.Which.deletedAfter(restoration.after()),
                    run -> Stream.of(new RunJournalChange.ShowRun(run.id()), new RunJournalChange.AppendEvent(
                            EventName.RUN_UPDATED.word(), now, TEXTS.ofRun(run.withDeletedAt(null), null))));
        }
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
