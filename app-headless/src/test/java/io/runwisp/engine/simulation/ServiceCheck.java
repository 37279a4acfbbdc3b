package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A replica that ended comes again, not earlier and not later than configured, and is given up only where that is configured. */
final class ServiceCheck extends Check {

    private static final Duration SLACK = Duration.ofSeconds(40);

    private record Slot(String service, int index) {
    }

    /** What is known of a slot: its last end, and how often in a row it did not live long enough. */
    private static final class Life {
        @Nullable
        Run ended;
        long endedAt;
        long exitedAt;
        boolean comesAgain;
        boolean byItself;
        boolean counted = true;
        Duration delay = Duration.ZERO;
        Duration longestDelay = Duration.ZERO;
        int unstable;
        int unstableAtMost;
        int failedStarts;
    }

    private final Map<Slot, Life> lives = new LinkedHashMap<>();
    private final Map<RunId, Long> exits = new HashMap<>();
    private final Set<RunId> ended = new HashSet<>();
    private final Set<RunId> created = new HashSet<>();
    private final Set<String> handled = new HashSet<>();

    ServiceCheck(Ledger ledger) {
        super(ledger);
    }

    @Override
    void see(Happening happening) {
        switch (happening) {
            case Happening.Durable(var at, var changes, var _) -> changes.forEach(change -> {
                if (change instanceof SaveRun(var run)) {
                    ServiceDefinition service = ledger.service(run.taskName());
                    if (service != null) {
                        saved(run, service, at);
                    }
                }
            });
            case Happening.Told(var at, ProcessReport.Exited exit) -> exits.put(exit.run(), at.nanos());
            case Happening.Told(var _, EngineMessage.StopUnit(var _, var unit)) -> touched(unit);
            case Happening.Told(var _, EngineMessage.StartService(var _, var unit, var _)) -> touched(unit);
            case Happening.Told(var _, EngineMessage.RestartService(var _, var unit, var _)) -> touched(unit);
            case Happening.Told(var _, EngineMessage.ReplaceUnits request) when ledger.takes(request) ->
                ledger.former().forEach((name, old) -> {
                    if (!old.equals(ledger.unit(name))) {
                        touched(name);
                    }
                });
            case Happening.DaemonUp _ -> {
                lives.clear();
                exits.clear();
                handled.clear();
            }
            default -> {
            }
        }
    }

    /** By hand, or by a reload, anything may come sooner, or not at all. */
    private void touched(String unit) {
        handled.add(unit);
        lives.keySet().removeIf(slot -> slot.service().equals(unit));
    }

    private void saved(Run run, ServiceDefinition service, Moment at) {
        Life life = lives.computeIfAbsent(new Slot(run.taskName(), run.replicaIndex()), _ -> new Life());
        if (created.add(run.id())) {
            comes(run, life);
        }
        RunEnd end = run.end();
        if (end != null && ended.add(run.id())) {
            ends(run, end, service, life, at);
        }
    }

    private void comes(Run run, Life life) {
        Run before = life.ended;
        // The end has the time of the exit, and the clock may be set before it is committed.
        if (before != null && life.byItself && ledger.clockMovedAt < life.exitedAt) {
            Duration wait = Duration.between(Objects.requireNonNull(before.end()).at(), run.origin().createdAt());
            if (wait.compareTo(life.delay) < 0) {
                throw violation("comes again after " + wait + " instead of " + life.delay + ": " + run);
            }
        }
        life.ended = null;
    }

    private void ends(Run run, RunEnd end, ServiceDefinition service, Life life, Moment at) {
        Duration lived = Objects.requireNonNullElse(end.duration(), Duration.ZERO);
        boolean stable = lived.compareTo(service.stableAfter()) >= 0;
        life.failedStarts = end.failure() && !stable ? life.failedStarts + 1 : stable ? 0 : life.failedStarts;
        life.unstable = stable ? 0 : life.unstable;
        life.unstableAtMost = stable ? 0 : life.unstableAtMost;
        // Whether a replica with a health check was well is not for this check to know.
        life.delay = service.probe() == null ? service.backoff().before(life.unstable + 1) : service.backoff().cap();
        // What never started counts when it was tried, and not when the daemon died over it.
        life.unstable += run.start() == null ? 0 : 1;
        life.longestDelay = service.probe() == null ? service.backoff().before(++life.unstableAtMost) : life.delay;
        life.ended = run;
        life.endedAt = at.nanos();
        Long exited = exits.remove(run.id());
        life.exitedAt = exited == null ? at.nanos() : exited;
        // How an end by order counts is for the engine to say; after a good life the count begins anew.
        life.counted = run.stop() == null && (stable || life.counted);
        life.byItself = life.counted && run.start() != null && run.stop() == null && service.probe() == null
                && !handled.contains(service.name());
        boolean stopped = run.stop() != null && run.stop().cause() != StopCause.RESTART
                && run.stop().cause() != StopCause.TIMEOUT && run.stop().cause() != StopCause.UNHEALTHY
                && run.stop().cause() != StopCause.LOG_FULL;
        boolean wanted = service.restart() == RestartPolicy.ALWAYS
                || service.restart() == RestartPolicy.ON_FAILURE && end.failure();
        life.comesAgain = wanted && !stopped && run.start() != null && end.reason() != EndReason.START_FAILED
                && !handled.contains(service.name());
        if (end.reason() == EndReason.START_FAILED) {
            Integer tolerated = service.restartAttempts();
            if (tolerated == null || service.probe() == null && !handled.contains(service.name())
                    && life.failedStarts <= tolerated) {
                throw violation("given up after " + life.failedStarts + " failed starts, " + tolerated
                        + " are tolerated: " + run);
            }
        }
    }

    @Override
    void quiet(Moment now) {
        for (Life life : lives.values()) {
            if (life.ended != null && life.comesAgain) {
                long bound = life.longestDelay.plus(SLACK).toNanos();
                if (now.nanos() - life.endedAt > bound && ledger.wellFor(now, bound)) {
                    throw violation("does not come again: " + life.ended);
                }
            }
        }
    }
}
