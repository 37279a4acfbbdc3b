package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A failed run is tried again as often and as late as configured, and no wait is lost. */
final class RetryCheck extends Check {

    private static final Duration SLACK = Duration.ofSeconds(30);

    private final Set<RunId> ended = new HashSet<>();
    private final Map<RunId, RunId> retries = new HashMap<>();
    private final Set<RunId> cancelled = new HashSet<>();
    private final Map<RunId, Long> awaited = new LinkedHashMap<>();

    RetryCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Told(var _, EngineMessage.StopRun(var _, var run)) -> cancelled.add(run);
            case Happening.Told(var _, EngineMessage.StopUnit(var _, var unit)) ->
                ledger.unfinished(unit).forEach(run -> cancelled.add(run.id()));
            case Happening.Told(var _, EngineMessage.ReplaceUnits request) when ledger.takes(request) ->
                // Of a task that is not configured any more nothing is tried again.
                ledger.former()
                    .keySet()
                    .stream()
                    .filter(unit -> ledger.unit(unit) == null)
                    .forEach(unit -> ledger.unfinished(unit).forEach(run -> cancelled.add(run.id())));
            default -> {
            }
        }
        if (happening instanceof Happening.Durable(var at, var changes, var _)) {
            for (RunJournalChange change : changes) {
                if (change instanceof SaveRun(var run)) {
                    if (run.nextRetryAt() == null) {
                        awaited.remove(run.id());
                    }
                    TaskDefinition task = ledger.task(run.taskName());
                    if (task != null) {
                        saved(run, task, changes, at);
                    }
                }
            }
        }
    }

    private void saved(Run run, TaskDefinition task, List<RunJournalChange> batch, Moment at) {
        RunId before = run.origin().retryOf();
        if (before != null && !run.id().equals(retries.get(before))) {
            retry(run, before, task);
        }
        RunEnd end = run.end();
        if (end != null && ended.add(run.id())) {
            ended(run, end, task, batch, at);
        }
    }

    private void ended(Run run, RunEnd end, TaskDefinition task, List<RunJournalChange> batch, Moment at) {
        Instant due = run.nextRetryAt();
        boolean wanted = task.rules().failures().isRetryable(end.reason(), end.exitCode(), false)
                && run.origin().retryAttempt() < task.retry().attempts();
        Duration delay = delay(run, task);
        if (due != null && !wanted) {
            throw violation("not to be tried again: " + run);
        }
        boolean cut = cancelled.contains(run.id()) || run.stop() != null && run.stop().cause() != StopCause.TIMEOUT
                && run.stop().cause() != StopCause.LOG_FULL;
        if (wanted && due == null && !follows(run, batch) && !cut) {
            throw violation("to be tried again after " + delay + ", but its row does not say so: " + run);
        }
        if (due != null) {
            Duration wait = Duration.between(end.at(), due);
            if (!wait.equals(delay)) {
                throw violation("to be tried again after " + delay + ", not after " + wait + ": " + run);
            }
            awaited.put(run.id(), at.nanos() + delay.plus(SLACK).toNanos());
        }
    }

    private static Duration delay(Run run, TaskDefinition task) {
        return task.retry().backoff().before(run.origin().retryAttempt() + 1);
    }

    private static boolean follows(Run run, List<RunJournalChange> batch) {
        return batch.stream()
            .anyMatch(change -> change instanceof SaveRun(var next)
                    && run.id().equals(next.origin().retryOf()));
    }

    private void retry(Run run, RunId before, TaskDefinition task) {
        Run first = ledger.row(before);
        if (first == null || first.end() == null) {
            throw violation("tried again before it was over: " + first + " by " + run);
        }
        if (retries.put(before, run.id()) != null) {
            throw violation("tried again twice: " + first + " by " + run);
        }
        if (run.origin().retryAttempt() != first.origin().retryAttempt() + 1
                || run.origin().retryAttempt() > task.retry().attempts()
                || run.origin().trigger() != first.origin().trigger()
                || !run.origin().params().equals(first.origin().params())) {
            throw violation("is not the next try: " + first + " by " + run);
        }
        awaited.remove(before);
    }

    @Override
    void quiet(Moment now) {
        for (Map.Entry<RunId, Long> entry : awaited.entrySet()) {
            Run run = ledger.row(entry.getKey());
            TaskDefinition task = run == null ? null : ledger.task(run.taskName());
            if (run != null && task != null && now.nanos() > entry.getValue()
                    && ledger.wellFor(now, delay(run, task).plus(SLACK).toNanos())) {
                throw violation("its retry never came: " + run);
            }
        }
    }
}
