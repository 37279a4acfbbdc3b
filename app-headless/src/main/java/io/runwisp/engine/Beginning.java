package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunPhase;
import io.runwisp.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes up what a former daemon left in the journal, and what is due at a start. */
final class Beginning {

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks;
    private final Services services;
    private final Registrations registrations;

    Beginning(EngineTools tools, Map<String, TaskDesk> tasks, Services services, Registrations registrations) {
        this.tools = tools;
        this.tasks = tasks;
        this.services = services;
        this.registrations = registrations;
    }

    /** Runs that wait stand in line again; retries are awaited again. */
    void takeUp(RunJournalSnapshot past, Moment now) {
        past.unfinished().forEach(run -> takeUp(run, now));
        past.awaitingRetry().forEach(run -> awaitRetry(run, now));
        tasks.values().forEach(task -> task.advance(now));
    }

    private void takeUp(Run run, Moment now) {
        TaskDesk task = tasks.get(run.taskName());
        ServiceDesk service = services.find(run.taskName());
        if (run.phase() == RunPhase.RUNNING) {
            tools.outbox()
                .narrate(Level.ERROR, "run " + run.id() + " of " + run.taskName()
                        + " was still on record as running at the start; it is recorded as crashed");
            tools.runs()
                .close(CrashRecovery.crashed(run, null, task == null ? null : task.definition(), now.wall())
                    .withNextRetryAt(null), now);
        } else if (task != null) {
            task.requeue(run, now);
        } else if (service != null) {
            boolean failure = service.definition()
                .rules()
                .failures()
                .isFailure(EndReason.FAILED, RunEnd.NEVER_STARTED, false);
            tools.runs()
                .close(ended(run, EndReason.FAILED, failure,
                        "the daemon ended before it began; nothing of it was executed", now), now);
        } else {
            tools.runs()
                .close(ended(run, EndReason.SKIPPED, false,
                        "it still waited when the daemon ended, and its unit is not in the configuration any more",
                        now),
                        now);
        }
    }

    private static Run ended(Run run, EndReason reason, boolean failure, String message, Moment now) {
        return run.withEnd(RunEnd.without(now.wall(), reason, failure)).withMessage(message);
    }

    private void awaitRetry(Run failed, Moment now) {
        TaskDesk task = tasks.get(failed.taskName());
        if (failed.nextRetryAt() == null) {
            return;
        }
        if (task == null) {
            new RetryWaits(tools, (_, _) -> {
            }).cancel(failed, "the task is not in the configuration any more", now);
        } else if (!Retries.follows(task.definition().retry(), failed.origin().retryAttempt())) {
            task.retries().cancel(failed, "the configuration allows fewer attempts now", now);
        } else {
            task.retries()
                .await(failed, now.after(
                        Retries.remaining(task.definition().retry(), failed, failed.nextRetryAt(), now.wall())));
        }
    }

    /** Runs of tasks that want one at each start of the daemon or of the machine. */
    void runOnStart(@Nullable String bootId, Moment now) {
        for (TaskDesk desk : tasks.values()) {
            TaskDefinition task = desk.definition();
            if (registrations.isPaused(task.name())) {
                continue;
            }
            switch (task.runOnStart()) {
                case NEVER -> {
                }
                case DAEMON -> start(desk, List.of(), now);
                case BOOT -> onBoot(desk, bootId, now);
            }
        }
    }

    private void onBoot(TaskDesk desk, @Nullable String bootId, Moment now) {
        String name = desk.definition().name();
        if (bootId == null) {
            tools.outbox()
                .narrate(Level.WARN, "task " + name + " has run_on_start = \"boot\", but"
                        + " this machine does not tell its boot id: it runs at every start of the daemon");
            start(desk, List.of(), now);
        } else if (!bootId.equals(registrations.bootId(name))) {
            start(desk, List.of(registrations.booted(name, bootId, now.wall())), now);
        }
    }

    private void start(TaskDesk desk, List<RunJournalChange> together, Moment now) {
        if (Parameters.resolve(desk.definition().params(), Map.of()) instanceof Parameters.Values(var values)) {
            List<RunJournalChange> all = new ArrayList<>(together);
            all.add(registrations.ran(desk.definition().name(), now.wall()));
            desk.trigger(new RunOrigin(Trigger.STARTUP, now.wall(), null, 0, null, values, null), all, null, now);
        }
    }
}
