package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.StopCause;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One task: who is in flight, who stands in line, and which retries are to come. */
final class TaskDesk implements RunOwner {

    private final EngineTools tools;
    private final RetryWaits retries;
    private final JitterDesk jitter;
    private TaskDefinition definition;
    private final Set<RunId> inFlight = new LinkedHashSet<>();
    private final Deque<RunId> line = new ArrayDeque<>();
    private boolean leaving;

    TaskDesk(TaskDefinition definition, EngineTools tools, JitterDesk jitter) {
        this.definition = definition;
        this.tools = tools;
        this.jitter = jitter;
        this.retries = new RetryWaits(tools, this::retry);
    }

    TaskDefinition definition() {
        return definition;
    }

    RetryWaits retries() {
        return retries;
    }

    /** The runs that have a place, whatever of them is left. */
    List<RunId> inFlight() {
        return List.copyOf(inFlight);
    }

    /** Whether nothing of it is left. */
    boolean idle() {
        return inFlight.isEmpty() && line.isEmpty();
    }

    /**
     * A run is wanted; its row is written together with these changes, and the ticket is answered with it.
     *
     * @return the run that stands in line, or null when it does not run
     */
    @Nullable
    RunId trigger(RunOrigin origin, List<RunJournalChange> together, @Nullable Long ticket, Moment now) {
        Run run = Run.pending(tools.newId(), definition.name(), 0, origin);
        switch (OverlapRule.decide(definition, inFlight.size(), line.size(), lively())) {
            case OverlapRule.Line _ -> {
                stand(run, together, ticket, now);
                return run.id();
            }
            case OverlapRule.Replace(var victims) -> {
                stand(run, together, ticket, now);
                victims.forEach(victim -> stop(victim, StopCause.OVERLAP,
                        "stopped because a newer run, " + run.id() + ", takes its place", now));
                return run.id();
            }
            case OverlapRule.Skip(var message) -> refuse(run, EndReason.SKIPPED, message, together, ticket, now);
            case OverlapRule.Full(var message) -> refuse(run, EndReason.QUEUE_FULL, message, together, ticket, now);
        }
        return null;
    }

    /** A run that a former daemon left waiting stands in line again, or ends if there is no room any more. */
    void requeue(Run pending, Moment now) {
        switch (OverlapRule.decide(definition, inFlight.size(), line.size(), lively())) {
            case OverlapRule.Line _ -> restore(pending);
            case OverlapRule.Replace(var victims) -> {
                restore(pending);
                victims.forEach(victim -> stop(victim, StopCause.OVERLAP,
                        "stopped because a newer run, " + pending.id() + ", takes its place", now));
            }
            case OverlapRule.Skip(var message) -> tools.runs()
                .close(unrun(pending, EndReason.SKIPPED, message, now), now);
            case OverlapRule.Full(var message) -> tools.runs()
                .close(unrun(pending, EndReason.QUEUE_FULL, message, now), now);
        }
    }

    private void restore(Run pending) {
        line.add(pending.id());
        tools.runs().restore(pending, definition.rules(), this);
    }

    private Run unrun(Run run, EndReason reason, String message, Moment now) {
        boolean failure = definition.rules().failures().isFailure(reason, RunEnd.NEVER_STARTED, false);
        return run.withEnd(RunEnd.without(now.wall(), reason, failure)).withMessage(message);
    }

    /** What of it waits. */
    UnitStanding standing(@Nullable Instant intervalBegan) {
        int waiting = (int) line.stream().filter(this::isLively).count();
        return new UnitStanding(waiting, retries.attempts(), false, intervalBegan);
    }

    /** It is this from now on. What is in flight goes on as it began; what waits follows the new rules. */
    void become(TaskDefinition changed, Moment now) {
        leaving = false;
        boolean losesLine = ReloadPlanner.losesLine(definition, changed);
        definition = changed;
        retries.cancelIf(failed -> !Retries.follows(changed.retry(), failed.origin().retryAttempt()),
                "the configuration allows fewer attempts now", now);
        if (losesLine) {
            emptyLine("stopped because its task does not queue runs any more", now);
        }
        advance(now);
    }

    /** It is in the configuration no more: what is in flight goes on, and nothing follows. */
    void leave(Moment now) {
        leaving = true;
        retries.cancelAll("the task is not in the configuration any more", now);
        emptyLine("stopped because its task is not in the configuration any more", now);
    }

    private void emptyLine(String why, Moment now) {
        List.copyOf(line).forEach(run -> stop(run, StopCause.RELOAD, why, now));
    }

    /** Ends everything of it that is in flight or in line, and every retry. */
    int stopAll(StopCause cause, String why, Moment now) {
        int cancelled = retries.cancelAll(why, now);
        List<RunId> all = everyRun();
        all.forEach(id -> stop(id, cause, why, now));
        return all.size() + cancelled;
    }

    /** Starts those at the head of the line for whom there is a place. */
    void advance(Moment now) {
        while (tools.mayStart() && inFlight.size() < definition.parallelism()) {
            RunId head = line.peek();
            RunLife life = head == null ? null : tools.runs().find(head);
            if (head == null || life == null || !tools.runs().mayBegin(life) || jitter.holds(head)) {
                return;
            }
            line.remove();
            inFlight.add(head);
            tools.runs().tell(head, new RunInput.Admitted(definition.rules()), now);
        }
    }

    void stop(RunId id, StopCause cause, String why, Moment now) {
        RunLife life = tools.runs().find(id);
        if (life != null) {
            tools.runs().tell(id, StopOrders.of(cause, life.rules(), why, !tools.outbox().stalled()), now);
        }
    }

    /** Every run of it that is not over, those in flight first. */
    List<RunId> everyRun() {
        List<RunId> all = new ArrayList<>(inFlight);
        all.addAll(line);
        return all;
    }

    private List<RunId> lively() {
        return everyRun().stream().filter(this::isLively).toList();
    }

    private boolean isLively(RunId id) {
        RunLife life = tools.runs().find(id);
        return life != null && !life.dying();
    }

    private void stand(Run run, List<RunJournalChange> together, @Nullable Long ticket, Moment now) {
        line.add(run.id());
        tools.runs().create(run, definition.rules(), this, together, ticket, now);
    }

    private void refuse(Run run, EndReason reason, String message, List<RunJournalChange> together,
            @Nullable Long ticket, Moment now) {
        if (run.origin().retryOf() != null) {
            tools.outbox()
                .narrate(Level.WARN, "retry " + run.origin().retryAttempt() + " of task " + run.taskName()
                        + " did not run: " + message);
        }
        tools.runs().record(unrun(run, reason, message, now), together, ticket, now);
    }

    private void retry(Run failed, Moment now) {
        RunOrigin first = failed.origin();
        RunOrigin origin = new RunOrigin(first.trigger(), now.wall(), null, first.retryAttempt() + 1, failed.id(),
                first.params(), first.externalExecutionId());
        trigger(origin, List.of(new RunJournalChange.SaveRun(failed.withNextRetryAt(null))), null, now);
    }

    @Override
    public Command command(Run run) {
        return Parameters.applied(definition.rules().command(), definition.params(), run.origin().params());
    }

    @Override
    public void ready(RunLife life, Moment now) {
        advance(now);
    }

    @Override
    public void begun(RunLife life, Moment now) {
        // Its start changes nothing for the others.
    }

    @Override
    public void lost(RunLife life, Moment now) {
        line.remove(life.id());
        inFlight.remove(life.id());
        jitter.ended(life.id(), now);
        advance(now);
    }

    @Override
    public Conclusion conclude(RunLife life, EndReasons.Verdict verdict, Moment now) {
        line.remove(life.id());
        Run row = life.run();
        int attempt = row.origin().retryAttempt();
        if (!verdict.mayRetry() || life.chainEnds() || leaving ||
                !Retries.follows(definition.retry(), attempt)) {
            return new Conclusion(row, List.of());
        }
        return new Conclusion(row.withNextRetryAt(
                verdict.end().at().plus(Retries.delayAfter(definition.retry(), attempt))), List.of());
    }

    @Override
    public void over(RunLife life, Moment now) {
        inFlight.remove(life.id());
        Run row = life.run();
        if (row.nextRetryAt() != null && life.stage() instanceof RunStage.Ending ending) {
            if (life.chainEnds() || leaving) {
                retries.cancel(row, life.why() == null ? "it was stopped" : life.why(), now);
            } else {
                long due = new Moment(now.wall(), ending.nanos())
                    .after(Retries.delayAfter(definition.retry(), row.origin().retryAttempt()));
                retries.await(row, due);
            }
        }
        jitter.ended(life.id(), now);
        advance(now);
    }
}
