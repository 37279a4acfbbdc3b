package io.runwisp.view.unit;

import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.UnitKind;
import io.runwisp.model.UnitState;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import io.runwisp.wire.unit.UnitNow;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with a unit now. */
final class Actions {

    private static final String FORBIDDEN = "its configuration says api_trigger = false";
    private static final Set<String> AT_REST = Set.of(UnitState.STOPPED.word(), UnitState.GAVE_UP.word());
    private static final Set<String> IN_FLIGHT = Set.of(UnitState.RUNNING.word(), UnitState.STARTING.word(),
            UnitState.STOPPING.word(), UnitState.PENDING.word(), UnitState.RESTARTING.word());

    private final TaskResponse unit;
    private final UnitNow now;
    private final @Nullable String blocked;

    private Actions(TaskResponse unit, DaemonInfo daemon) {
        this.unit = unit;
        this.now = unit.now();
        this.blocked = daemon.journalStalled() == null
                ? null
                : "the journal cannot be written, so nothing new is started: " + daemon.journalStalled();
    }

    /** All that there is for units of its kind, the one that is most wanted first. */
    static List<Action> of(TaskResponse unit, DaemonInfo daemon) {
        Actions actions = new Actions(unit, daemon);
        return unit.kind().equals(UnitKind.SERVICE.word()) ? actions.ofService() : actions.ofTask();
    }

    private List<Action> ofTask() {
        TaskRules rules = unit.task();
        boolean scheduled = rules != null && rules.cron() != null;
        boolean paused = now.pausedAt() != null;
        Action run = new Action(Verb.RUN, runNote(rules), unit.apiTrigger() ? blocked : FORBIDDEN);
        Action pause = new Action(Verb.PAUSE, null, !scheduled
                ? "it has no schedule"
                : paused ? "its schedule is paused already" : unit.apiTrigger() ? blocked : FORBIDDEN);
        Action resume = new Action(Verb.RESUME, null, paused ? blocked : "its schedule is not paused");
        Action stop = new Action(Verb.STOP, now.queued() > 0 ? "those that wait are dropped" : null,
                inFlight() || now.queued() > 0 ? null : "nothing of it runs or waits");
        return paused ? List.of(resume, run, stop, pause) : List.of(run, pause, stop, resume);
    }

    private List<Action> ofService() {
        boolean rests = AT_REST.contains(now.state()) || now.stopped();
        Action start = new Action(Verb.START, null,
                rests ? unit.apiTrigger() ? blocked : FORBIDDEN : "it is not stopped");
        Action restart = new Action(Verb.RESTART, null, unit.apiTrigger() ? blocked : FORBIDDEN);
        Action stop = new Action(Verb.STOP, "it stays so until it is started, or the daemon is",
                now.stopped() ? "it is stopped already" : null);
        return rests ? List.of(start, restart, stop) : List.of(restart, stop, start);
    }

    private boolean inFlight() {
        return IN_FLIGHT.contains(now.state());
    }

    private @Nullable String runNote(@Nullable TaskRules rules) {
        if (rules == null || !inFlight()) {
            return null;
        }
        String policy = rules.onOverlap();
        if (policy.equals(OverlapPolicy.QUEUE.word())) {
            return rules.parallelism() > 1 ? "it may have to wait in the queue" : "it will wait in the queue";
        }
        return policy.equals(OverlapPolicy.SKIP.word())
                ? "it will be skipped while another runs"
                : "what runs now will be ended for it";
    }
}
