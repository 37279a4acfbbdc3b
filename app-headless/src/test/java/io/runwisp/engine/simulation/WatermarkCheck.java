package io.runwisp.engine.simulation;

import io.runwisp.engine.RunJournalChange.DropWatermark;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.Watermark;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.schedule.CronSchedule;
import io.runwisp.schedule.Schedule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is accounted for stays accounted for, unless the clock was set back. */
final class WatermarkCheck extends Check {

    private static final Duration FAR = Duration.ofDays(1);

    private final Map<String, Watermark> marks = new HashMap<>();
    private final Map<String, Integer> setBack = new HashMap<>();
    private int steps;
    private boolean farBack;

    WatermarkCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.ClockMoved(var _, var by, var _) -> {
                steps += by.isNegative() ? 1 : 0;
                farBack |= by.compareTo(FAR.negated()) < 0;
            }
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

    private static boolean isFixedHour(@Nullable Schedule schedule) {
        if (!(schedule instanceof CronSchedule cron) || cron.text().equals("@hourly")) {
            return false;
        }
        List<String> fields = List.of(cron.text().split(" ", -1));
        return fields.size() == 1 || !fields.get(fields.size() - 4).startsWith("*");
    }

    private void moved(Watermark mark) {
        Watermark before = marks.put(mark.taskName(), mark);
        if (before == null || !mark.at().isBefore(before.at()) || !mark.expression().equals(before.expression())
                || !mark.zone().equals(before.zone())) {
            return;
        }
        TaskDefinition task = ledger.task(mark.taskName());
        if (task != null && isFixedHour(task.schedule())
                && !farBack && !mark.at().isBefore(before.at().minus(FAR))) {
            throw violation("moved back although it is due at fixed hours, from " + before + " to " + mark);
        }
        // Each step back excuses one move back of each task.
        int used = setBack.merge(mark.taskName(), 1, Integer::sum);
        if (used > steps) {
            throw violation("moved back from " + before + " to " + mark);
        }
    }
}
