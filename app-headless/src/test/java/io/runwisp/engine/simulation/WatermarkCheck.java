package io.runwisp.engine.simulation;

import io.runwisp.engine.RunJournalChange.DropWatermark;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.Watermark;
import java.util.HashMap;
import java.util.Map;

/** What is accounted for stays accounted for, unless the clock was set back. */
final class WatermarkCheck extends Check {

    private final Map<String, Watermark> marks = new HashMap<>();
    private final Map<String, Integer> setBack = new HashMap<>();
    private int steps;

    WatermarkCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.ClockMoved(var _, var by, var _) -> steps += by.isNegative() ? 1 : 0;
            case Happening.Durable(var _, var changes, var _) -> changes.forEach(change -> {
                if (change instanceof MoveWatermark(var mark)) {
                    moved(mark);
                }
                if (change instanceof DropWatermark(var task)) {
                    marks.remove(task);
                }
            });
            default -> {
            }
        }
    }

    private void moved(Watermark mark) {
        Watermark before = marks.put(mark.taskName(), mark);
        if (before == null || !mark.at().isBefore(before.at()) || !mark.expression().equals(before.expression())) {
            return;
        }
        // Each step back excuses one move back of each task.
        int used = setBack.merge(mark.taskName(), 1, Integer::sum);
        if (used > steps) {
            throw violation("moved back from " + before + " to " + mark);
        }
    }
}
