package io.runwisp.engine;

import io.runwisp.engine.RunInput.Row;
import io.runwisp.engine.StopLadder.Rung;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunStart;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a run when something happens to it. Pure; what makes no sense in a stage changes nothing. */
final class RunTransitions {

    private static final String STARTED = EventKind.RUN_STARTED.word();
    private static final String UPDATED = "run.updated";

    private RunTransitions() {
    }

    static RunStep apply(RunLife life, RunInput input, Moment now) {
        return switch (life.stage()) {
            case RunStage.Creating _ -> creating(life, input, now);
            case RunStage.Ahead ahead -> ahead(life, ahead, input, now);
            case RunStage.Unmade _ -> unmade(life, input, now);
            case RunStage.Waiting _ -> waiting(life, input, now);
            case RunStage.Launching _ -> launching(life, input, now);
            case RunStage.Gated _ -> gated(life, input, now);
            case RunStage.Running running -> running(life, running, input, now);
            case RunStage.Exited exited -> exited(life, exited, input, now);
            case RunStage.Ending _ -> ending(life, input);
        };
    }

    private static RunStep creating(RunLife life, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Saved(Row row) when row == Row.CREATED -> {
                RunLife ready = life.at(new RunStage.Waiting());
                yield life.run().stop() == null ? RunStep.of(ready, new RunDeed.Ready()) : neverBegan(ready, now);
            }
            case RunInput.NotSaved(Row row, _) when row == Row.CREATED ->
                RunStep.of(life.at(new RunStage.Unmade()), new RunDeed.Forget());
            case RunInput.Admitted(var rules) when life.run().stop() == null ->
                RunStep.of(life.with(rules).at(new RunStage.Ahead(List.of())), new RunDeed.Launch());
            case RunInput.Stop(var order, var why, _) -> RunStep.of(remember(life, order, why));
            default -> RunStep.of(life);
        };
    }

    private static RunStep ahead(RunLife life, RunStage.Ahead ahead, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Reported(var report) -> RunStep.of(life.at(ahead.and(report, now)));
            case RunInput.Saved(Row row) when row == Row.CREATED -> caughtUp(life, ahead);
            case RunInput.NotSaved(Row row, _) when row == Row.CREATED -> {
                RunLife unmade = life.at(new RunStage.Unmade());
                yield ahead.told().stream().anyMatch(told -> nothingIsLeft(told.report()))
                        ? RunStep.of(unmade, new RunDeed.Forget())
                        : killBehindGate(unmade, now);
            }
            case RunInput.Stop(var order, var why, _) -> RunStep.of(remember(life, order, why), killOf(life));
            case RunInput.Kill(var order, var why) -> RunStep.of(remember(life, order, why), killOf(life));
            default -> RunStep.of(life);
        };
    }

    /** From now on it is a run whose process is being started, of which all this was told. */
    private static RunStep caughtUp(RunLife life, RunStage.Ahead ahead) {
        RunStep step = RunStep.of(life.at(new RunStage.Launching()));
        for (RunStage.Told told : ahead.told()) {
            step = joined(step, apply(step.life(), new RunInput.Reported(told.report()), told.at()));
        }
        return step;
    }

    private static RunStep unmade(RunLife life, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Reported(ProcessReport.Launched _) -> RunStep.of(life, killOf(life));
            case RunInput.Reported(var report) when nothingIsLeft(report) ->
                RunStep.of(life.on(null), new RunDeed.Forget());
            case RunInput.Due _ -> due(life, now);
            default -> RunStep.of(life);
        };
    }

    private static boolean nothingIsLeft(ProcessReport report) {
        return report instanceof ProcessReport.NotLaunched || report instanceof ProcessReport.Cleared;
    }

    private static RunStep waiting(RunLife life, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Admitted(var rules) ->
                RunStep.of(life.with(rules).at(new RunStage.Launching()), new RunDeed.Launch());
            case RunInput.Stop(var order, var why, _) -> neverBegan(remember(life, order, why), now);
            default -> RunStep.of(life);
        };
    }

    private static RunStep launching(RunLife life, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Reported(ProcessReport.Launched launched) -> {
                RunLife gated = life.with(life.run()
                    .withStart(new RunStart(now.wallAt(launched.nanos()), launched.logFile(), launched.process())))
                    .at(new RunStage.Gated());
                yield life.run().stop() == null
                        ? RunStep.of(gated, new RunDeed.Save(Row.STARTED, STARTED))
                        : killBehindGate(gated, now);
            }
            case RunInput.Reported(ProcessReport.NotLaunched(_, var logFile, var reason)) -> {
                RunLife failed = logFile == null
                        ? life
                        : life.with(life.run().withStart(new RunStart(now.wall(), logFile, null)));
                yield life.run().stop() == null
                        ? conclude(failed, EndReasons.ofNothing(failed, EndReason.FAILED, now.wall(), now.nanos(),
                                reason))
                        : neverBegan(failed, now);
            }
            // It may still wait for its turn, behind hundreds of others.
            case RunInput.Stop(var order, var why, _) -> RunStep.of(remember(life, order, why), killOf(life));
            case RunInput.Kill(var order, var why) -> RunStep.of(remember(life, order, why), killOf(life));
            default -> RunStep.of(life);
        };
    }

    private static RunStep gated(RunLife life, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Saved(Row row) when row == Row.STARTED && life.ladder() == null ->
                RunStep.of(life.at(new RunStage.Running(now.nanos())),
                        new RunDeed.Do(new EngineEffect.ReleaseProcess(life.id())), new RunDeed.Begun());
            case RunInput.NotSaved(Row row, var reason) when row == Row.STARTED && life.ladder() == null ->
                killBehindGate(life.faulty("it was not begun, because its start could not be recorded: " + reason),
                        now);
            case RunInput.Stop(var order, var why, _) -> {
                RunLife told = remember(life, order, why);
                yield life.ladder() == null ? killBehindGate(told, now) : RunStep.of(told);
            }
            case RunInput.Kill(var order, var why) -> climb(remember(life, order, why), killer(now).rush());
            case RunInput.Reported(ProcessReport.Exited report) -> {
                StopCause cause = cause(life);
                RunLife gone = cause == null ? life.faulty("its process ended before it had begun") : life;
                yield RunStep.of(settled(gone, now).at(new RunStage.Exited(RunEnd.NEVER_STARTED, report.signal(),
                        cause, null, null, now.wall(), now.nanos())));
            }
            case RunInput.Due _ -> due(life, now);
            default -> RunStep.of(life);
        };
    }

    private static RunStep running(RunLife life, RunStage.Running running, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Stop stop -> stop(life, stop, now);
            case RunInput.Kill(var order, var why) -> climb(remember(life, order, why), killer(now).rush());
            case RunInput.Saved(Row row) when row == Row.STOP -> signalNoted(life, now);
            case RunInput.NotSaved(Row row, _) when row == Row.STOP -> signalNoted(life, now);
            case RunInput.JournalStuck _ -> signalNoted(life, now);
            case RunInput.Due _ -> timeIsUp(life, running, now)
                    ? stop(life, StopOrders.timeout(life.rules(), true), now)
                    : due(life, now);
            case RunInput.Reported(var report) -> reported(life, running, report, now);
            default -> RunStep.of(life);
        };
    }

    private static RunStep reported(RunLife life, RunStage.Running running, ProcessReport report, Moment now) {
        return switch (report) {
            case ProcessReport.Exited exit -> RunStep.of(settled(life, now)
                .at(new RunStage.Exited(exit.exitCode(), exit.signal(), cause(life), now.since(running.since()),
                        exit.usage(), now.wall(), now.nanos())));
            case ProcessReport.LogOverflowed _ -> stop(life, StopOrders.logFull(life.rules(), true), now);
            case ProcessReport.DiskPressed(_, long free, long least, boolean end) -> {
                RunDeed tell = new RunDeed.Tell(EventKind.LOG_DISK_PRESSURE,
                        free + " bytes are free for logs, and " + least + " are wanted");
                RunStep step = end ? stop(life, StopOrders.diskFull(life.rules(), true), now) : RunStep.of(life);
                yield joined(step, RunStep.of(step.life(), tell));
            }
            case ProcessReport.LogWriteFailed(_, var reason) -> RunStep.of(life,
                    new RunDeed.Do(new EngineEffect.Narrate(EngineEffect.Narrate.Level.WARN,
                            "the log of " + life.run().taskName() + " (run " + life.id()
                                    + ") cannot be written any more; the run goes on: " + reason)));
            default -> RunStep.of(life);
        };
    }

    private static RunStep exited(RunLife life, RunStage.Exited exited, RunInput input, Moment now) {
        return switch (input) {
            case RunInput.Reported(ProcessReport.Cleared cleared) ->
                conclude(life, EndReasons.ofExit(life, exited, cleared.pattern()));
            // It has ended already, and keeps its own reason; what it left is not waited for any more.
            case RunInput.Stop(var order, _, _) -> {
                RunLife told = ends(order) ? life.withoutSequel() : life;
                StopLadder ladder = life.ladder();
                yield ladder != null && ladder.rung() == Rung.LINGERING
                        ? climb(told, ladder.climb(now))
                        : RunStep.of(told);
            }
            case RunInput.Kill _ -> climb(life, killer(now).rush());
            case RunInput.Due _ -> due(life, now);
            default -> RunStep.of(life);
        };
    }

    private static RunStep ending(RunLife life, RunInput input) {
        return switch (input) {
            case RunInput.Saved(Row row) when row == Row.ENDED -> RunStep.of(life, new RunDeed.Forget());
            case RunInput.NotSaved(Row row, var reason) when row == Row.ENDED -> RunStep.of(life,
                    new RunDeed.Do(new EngineEffect.Narrate(EngineEffect.Narrate.Level.ERROR,
                            "the end of run " + life.id() + " of " + life.run().taskName()
                                    + " could not be recorded: " + reason)),
                    new RunDeed.Forget());
            case RunInput.Stop(var order, _, _) when ends(order) -> RunStep.of(life.withoutSequel());
            default -> RunStep.of(life);
        };
    }

    private static RunStep stop(RunLife life, RunInput.Stop stop, Moment now) {
        RunLife told = remember(life, stop.order(), stop.why());
        StopLadder ladder = life.ladder();
        if (ladder != null) {
            return RunStep.of(told);
        }
        StopLadder noted = StopLadder.noted(stop.order().signal(), stop.order().grace(), now);
        if (!stop.journalWell()) {
            RunStep step = climb(told, noted.climb(now));
            return joined(step, RunStep.of(step.life(), new RunDeed.Save(Row.STOP, UPDATED)));
        }
        return RunStep.of(told.on(noted), new RunDeed.Save(Row.STOP, UPDATED));
    }

    private static RunStep signalNoted(RunLife life, Moment now) {
        StopLadder ladder = life.ladder();
        return ladder != null && ladder.rung() == Rung.NOTED ? climb(life, ladder.climb(now)) : RunStep.of(life);
    }

    private static RunStep due(RunLife life, Moment now) {
        StopLadder ladder = life.ladder();
        return ladder != null && now.nanos() >= ladder.nextAt() ? climb(life, ladder.climb(now)) : RunStep.of(life);
    }

    private static boolean timeIsUp(RunLife life, RunStage.Running running, Moment now) {
        Duration limit = life.rules().timeout();
        return life.ladder() == null && !limit.isZero() && now.since(running.since()).compareTo(limit) >= 0;
    }

    /** The first order stands; one of a person also ends the chain. */
    private static RunLife remember(RunLife life, StopOrder order, String why) {
        RunLife told = ends(order) ? life.withoutSequel() : life;
        return life.run().stop() == null ? told.with(life.run().withStop(order)).because(why) : told;
    }

    /** Whether such a stop also ends the chain of retries. */
    static boolean ends(StopOrder order) {
        return switch (order.cause()) {
            case MANUAL, OVERLAP, RELOAD, RESTART -> true;
            case SHUTDOWN, TIMEOUT, LOG_FULL, UNHEALTHY, ORPHANED -> false;
        };
    }

    /** Nothing of the script was executed and nothing listens yet: only the kill makes sense. */
    private static RunStep killBehindGate(RunLife life, Moment now) {
        return climb(life, killer(now).climb(now));
    }

    private static RunDeed killOf(RunLife life) {
        return new RunDeed.Do(new EngineEffect.SignalProcess(life.id(), StopSignal.SIGKILL));
    }

    private static StopLadder killer(Moment now) {
        return StopLadder.noted(StopSignal.SIGKILL, Duration.ZERO, now);
    }

    /** The ladder after the leader has gone: one that has sent nothing yet is about what is left, and keeps its time. */
    private static RunLife settled(RunLife life, Moment now) {
        StopLadder ladder = life.ladder();
        if (ladder == null) {
            return life.on(StopLadder.lingering(life.rules().stopSignal(), life.rules().grace(), now));
        }
        return ladder.signalled() ? life : life.on(ladder.forRest());
    }

    private static @Nullable StopCause cause(RunLife life) {
        StopLadder ladder = life.ladder();
        StopOrder order = life.run().stop();
        return ladder != null && ladder.signalled() && order != null ? order.cause() : null;
    }

    private static RunStep climb(RunLife life, StopLadder.Climb climb) {
        RunDeed[] deeds = climb.acts()
            .stream()
            .map(act -> (RunDeed) new RunDeed.Do(effect(life, climb.ladder(), act)))
            .toArray(RunDeed[]::new);
        return RunStep.of(life.on(climb.ladder()), deeds);
    }

    private static EngineEffect effect(RunLife life, StopLadder ladder, StopLadder.Act act) {
        return switch (act) {
            case SIGNAL -> new EngineEffect.SignalProcess(life.id(), ladder.signal());
            case KILL -> new EngineEffect.SignalProcess(life.id(), StopSignal.SIGKILL);
            case CLOSE -> new EngineEffect.CloseOutput(life.id());
        };
    }

    private static RunStep neverBegan(RunLife life, Moment now) {
        String why = life.why() == null ? "stopped" : life.why();
        return conclude(life, EndReasons.ofNothing(life, EndReason.STOPPED, now.wall(), now.nanos(),
                why + ", before it began"));
    }

    private static RunStep conclude(RunLife life, EndReasons.Verdict verdict) {
        RunLife over = life.on(null)
            .with(life.run().withEnd(verdict.end()).withMessage(verdict.message()))
            .at(new RunStage.Ending(verdict.nanos(), verdict.end().duration()));
        return RunStep.of(over, new RunDeed.Conclude(verdict));
    }

    private static RunStep joined(RunStep step, RunStep next) {
        return new RunStep(next.life(), Stream.concat(step.deeds().stream(), next.deeds().stream()).toList());
    }
}
