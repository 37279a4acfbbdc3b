package io.runwisp.engine.simulation;

import static org.junit.jupiter.api.Assertions.fail;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineEffect.LaunchProcess;
import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.ProcessLauncher.Launch;
import io.runwisp.engine.ProcessReport;
import io.runwisp.engine.ReloadPlan;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.Watermark;
import io.runwisp.engine.definition.Backoff;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.RetryRule;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.engine.simulation.EngineSimulation.Verdict;
import io.runwisp.model.BackoffCurve;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing: a fault is planted for each, and it must be the one to find it. */
class ChecksCanFailTest {

    private static final int WORLDS = 60;

    private static void isFoundBy(Class<? extends Check> check, Engine.Maker faulty) {
        TreeSet<String> found = new TreeSet<>();
        for (long seed = 1; seed <= WORLDS; seed++) {
            Verdict verdict = EngineSimulation.run(RandomPlan.of(seed), faulty);
            if (check.getSimpleName().equals(verdict.check())) {
                return;
            }
            if (verdict.check() != null) {
                found.add(verdict.check());
            }
        }
        fail(check.getSimpleName() + " did not find it in " + WORLDS + " worlds; others did: " + found);
    }

    private static List<EngineEffect> with(List<EngineEffect> effects, EngineEffect more) {
        return Stream.concat(effects.stream(), Stream.of(more)).toList();
    }

    @Test
    void aGateThatOpensBeforeTheRowIsOnTheDiskIsFound() {
        isFoundBy(GateCheck.class,
                PlantedFault.twisted(() -> (message, effects) -> message instanceof ProcessReport.Launched launched
                        ? with(effects, new EngineEffect.ReleaseProcess(launched.run()))
                        : effects));
    }

    @Test
    void aProcessThatIsLaunchedTwiceIsFound() {
        isFoundBy(GateCheck.class, PlantedFault.twisted(() -> (_, effects) -> effects.stream()
            .flatMap(effect -> effect instanceof LaunchProcess ? Stream.of(effect, effect) : Stream.of(effect))
            .toList()));
    }

    @Test
    void aProcessWhoseRowNobodyWritesIsFound() {
        isFoundBy(GateCheck.class, PlantedFault.miswriting(change -> change instanceof SaveRun(var run)
                && run.phase() == RunPhase.PENDING ? List.of() : List.of(change)));
    }

    @Test
    void aRowThatGoesBackFromItsEndIsFound() {
        isFoundBy(RowCheck.class, PlantedFault.miswriting(change -> change instanceof SaveRun(var run)
                && run.end() != null && run.start() != null
                        ? List.of(change, new SaveRun(reopened(run)))
                        : List.of(change)));
    }

    private static Run reopened(Run run) {
        return new Run(run.id(), run.taskName(), run.replicaIndex(), run.origin(), run.start(), run.stop(), null, null,
                null, null);
    }

    @Test
    void aRunTooManyIsFound() {
        isFoundBy(OverlapCheck.class, PlantedFault.misinformed(unit -> unit instanceof TaskDefinition task
                ? task(task, task.zone(), task.parallelism() + 1, task.maxQueued(), task.retry())
                : unit));
    }

    private static TaskDefinition task(TaskDefinition task, ZoneId zone, int parallelism, int maxQueued,
            RetryRule retry) {
        return new TaskDefinition(task.name(), task.rules(), task.apiTrigger(), task.schedule(), zone,
                task.catchUpRuns(), task.jitter(), task.runOnStart(), parallelism, task.onOverlap(), maxQueued, retry,
                task.params());
    }

    @Test
    void aStopThatIsLostIsFound() {
        isFoundBy(StopCheck.class, PlantedFault.twisted(() -> (_, effects) -> effects.stream()
            .filter(effect -> !(effect instanceof EngineEffect.SignalProcess))
            .toList()));
    }

    @Test
    void anOvertakenRunIsFound() {
        isFoundBy(QueueCheck.class, PlantedFault.twisted(() -> {
            Map<String, LaunchProcess> held = new HashMap<>();
            return (_, effects) -> overtaking(effects, held);
        }));
    }

    /** Every launch waits until the next one of its unit has gone. */
    private static List<EngineEffect> overtaking(List<EngineEffect> effects, Map<String, LaunchProcess> held) {
        List<EngineEffect> all = new ArrayList<>();
        for (EngineEffect effect : effects) {
            if (effect instanceof LaunchProcess launch) {
                LaunchProcess before = held.remove(launch.launch().log().unit());
                if (before == null) {
                    held.put(launch.launch().log().unit(), launch);
                } else {
                    all.add(launch);
                    all.add(before);
                }
            } else {
                all.add(effect);
            }
        }
        return all;
    }

    @Test
    void aQueueThatIsTooLongIsFound() {
        isFoundBy(QueueCheck.class, PlantedFault.misinformed(unit -> unit instanceof TaskDefinition task
                ? task(task, task.zone(), task.parallelism(), 1000, task.retry())
                : unit));
    }

    @Test
    void aRetryThatIsForgottenIsFound() {
        isFoundBy(RetryCheck.class, PlantedFault.miswriting(change -> change instanceof SaveRun(var run)
                && run.nextRetryAt() != null ? List.of(new SaveRun(run.withNextRetryAt(null))) : List.of(change)));
    }

    @Test
    void aRetryThatIsTooManyIsFound() {
        isFoundBy(RetryCheck.class, PlantedFault.misinformed(unit -> unit instanceof TaskDefinition task
                ? task(task, task.zone(), task.parallelism(), task.maxQueued(),
                        new RetryRule(task.retry().attempts() + 1, task.retry().backoff()))
                : unit));
    }

    @Test
    void aServiceThatComesBackTooSoonIsFound() {
        Backoff none = new Backoff(BackoffCurve.CONSTANT, Duration.ofMillis(500), Backoff.RESTART_CAP);
        isFoundBy(ServiceCheck.class, PlantedFault.misinformed(unit -> unit instanceof ServiceDefinition service
                ? service(service, none, service.restartAttempts())
                : unit));
    }

    @Test
    void aServiceThatIsGivenUpUnaskedIsFound() {
        isFoundBy(ServiceCheck.class, PlantedFault.misinformed(unit -> unit instanceof ServiceDefinition service
                ? service(service, service.backoff(), 0)
                : unit));
    }

    private static UnitDefinition service(ServiceDefinition service, Backoff backoff,
            @Nullable Integer attempts) {
        return new ServiceDefinition(service.name(), service.rules(), service.apiTrigger(), service.instances(),
                service.restart(), backoff, service.stableAfter(), attempts, service.autostart(), service.priority(),
                service.dependsOn(), service.probe(), service.replicaEnv());
    }

    @Test
    void anEventThatSaysSomethingElseThanTheRowIsFound() {
        isFoundBy(EventCheck.class,
                PlantedFault.miswriting(change -> change instanceof AppendEvent(var kind, var at, var payload)
                        ? List.of(new AppendEvent(kind, at, payload.replace(" failed", " success")))
                        : List.of(change)));
    }

    @Test
    void aMarkThatGoesBackIsFound() {
        isFoundBy(WatermarkCheck.class, PlantedFault.miswriting(change -> moved(change, Duration.ofHours(-1), 3)));
    }

    @Test
    void aMarkThatLeavesSlotsOutIsFound() {
        isFoundBy(SlotCheck.class, PlantedFault.miswriting(change -> moved(change, Duration.ofHours(3), 1)));
    }

    private static List<RunJournalChange> moved(RunJournalChange change, Duration by, int each) {
        return change instanceof MoveWatermark(var mark) && mark.at().getEpochSecond() / 60 % each == 0
                ? List.of(new MoveWatermark(new Watermark(mark.taskName(), mark.at().plus(by), mark.expression(),
                        mark.zone())))
                : List.of(change);
    }

    @Test
    void aSlotInAnotherZoneIsFound() {
        isFoundBy(SlotCheck.class, PlantedFault.misinformed(unit -> unit instanceof TaskDefinition task
                ? task(task, ZoneId.of("Pacific/Marquesas"), task.parallelism(), task.maxQueued(), task.retry())
                : unit));
    }

    @Test
    void aStartWhileTheJournalIsStalledIsFound() {
        isFoundBy(StallCheck.class, PlantedFault.deaf(message -> message instanceof EngineMessage.JournalStalled));
    }

    @Test
    void aDaemonThatDoesNotEndIsFound() {
        isFoundBy(ShutdownCheck.class, PlantedFault.twisted(() -> (_, effects) -> effects.stream()
            .filter(effect -> !(effect instanceof EngineEffect.Finished))
            .toList()));
    }

    @Test
    void whatIsNotOnTheDiskAsTheEngineKnowsItIsFound() {
        isFoundBy(ReplayCheck.class, PlantedFault.miswriting(change -> change instanceof MoveWatermark(var mark)
                && mark.expression().startsWith("@every") ? moved(change, Duration.ofDays(-2), 1) : List.of(change)));
    }

    @Test
    void aWorldThatNeverSettlesIsFound() {
        isFoundBy(SettleCheck.class, PlantedFault.deaf(message -> message instanceof ProcessReport.Cleared cleared
                && cleared.totals().producedBytes() == 5));
    }

    @Test
    void aReloadThatNobodyAnswersIsFound() {
        isFoundBy(ReloadCheck.class, PlantedFault.deaf(message -> message instanceof EngineMessage.ReplaceUnits));
    }

    @Test
    void aReloadThatIsAnsweredBeforeItIsRecordedIsFound() {
        isFoundBy(ReloadCheck.class, PlantedFault.twisted(
                () -> (message,
                        effects) -> message instanceof EngineMessage.ReplaceUnits(var ticket, var _, var _, var _, var dry)
                                && !dry
                                        ? with(effects, new EngineEffect.Answer(ticket, new EngineEffect.Reloaded(
                                                new ReloadPlan(List.of(), List.of(), List.of(), List.of(), List.of(),
                                                        List.of()))))
                                        : effects));
    }

    @Test
    void aReloadThatTouchesWhatDidNotChangeIsFound() {
        isFoundBy(ReloadCheck.class, PlantedFault.misinformed(unit -> unit instanceof TaskDefinition task
                ? task(task, task.zone(), task.parallelism(), task.maxQueued() + 1, task.retry())
                : unit));
    }

    @Test
    void aProcessThatIsStartedAsItWasConfiguredBeforeIsFound() {
        isFoundBy(ChangeCheck.class, PlantedFault.twisted(() -> (_, effects) -> effects.stream()
            .map(effect -> effect instanceof LaunchProcess(var launch)
                    ? new LaunchProcess(new Launch(unchanged(launch.command()), launch.log(), launch.dieWithDaemon()))
                    : effect)
            .toList()));
    }

    private static Command unchanged(Command command) {
        String[] words = command.script().split(":", -1);
        return new Command(command.shell(), words[0] + ":" + words[1], command.workingDir(), command.base(),
                command.environment(), command.user(), command.umask());
    }

    @Test
    void aServiceThatReloadsOnlyGrowIsFound() {
        isFoundBy(ChangeCheck.class, PlantedFault.misreloaded(unit -> unit instanceof ServiceDefinition service
                ? service(service, service.instances() + 1)
                : unit));
    }

    private static UnitDefinition service(ServiceDefinition service, int instances) {
        return new ServiceDefinition(service.name(), service.rules(), service.apiTrigger(), instances,
                service.restart(), service.backoff(), service.stableAfter(), service.restartAttempts(),
                service.autostart(), service.priority(), service.dependsOn(), service.probe(), service.replicaEnv());
    }

    @Test
    void aReplicaTooManyThatIsNotStoppedIsFound() {
        isFoundBy(ChangeCheck.class, PlantedFault.twisted(() -> {
            Set<RunId> spared = new HashSet<>();
            return (_, effects) -> sparing(effects, spared);
        }));
    }

    /** What a reload ends is never signalled. */
    private static List<EngineEffect> sparing(List<EngineEffect> effects, Set<RunId> spared) {
        for (EngineEffect effect : effects) {
            if (effect instanceof WriteJournal(var _, var changes)) {
                changes.forEach(change -> {
                    if (change instanceof SaveRun(var run) && run.stop() != null
                            && run.stop().cause() == StopCause.RELOAD) {
                        spared.add(run.id());
                    }
                });
            }
        }
        return effects.stream()
            .filter(effect -> !(effect instanceof EngineEffect.SignalProcess(var run, var _) && spared.contains(run)))
            .toList();
    }

    @Test
    void aStopThatBlamesAReloadIsFound() {
        isFoundBy(ChangeCheck.class, PlantedFault.miswriting(change -> change instanceof SaveRun(var run)
                && run.stop() != null && run.stop().cause() == StopCause.MANUAL
                        ? List.of(new SaveRun(run.withStop(new StopOrder(StopCause.RELOAD, run.stop().grace(),
                                run.stop().signal()))))
                        : List.of(change)));
    }

    @Test
    void aScheduleThatCountsFromBeforeItsReloadIsFound() {
        isFoundBy(SlotCheck.class, PlantedFault.twisted(() -> (message, effects) -> effects.stream()
            .map(effect -> message instanceof EngineMessage.ReplaceUnits
                    && effect instanceof WriteJournal(var batch, var changes)
                            ? new WriteJournal(batch,
                                    changes.stream()
                                        .flatMap(change -> moved(change, Duration.ofHours(-1), 1).stream())
                                        .toList())
                            : effect)
            .toList()));
    }
}
