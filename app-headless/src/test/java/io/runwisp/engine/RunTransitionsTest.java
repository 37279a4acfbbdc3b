package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.RunInput.Row;
import io.runwisp.engine.definition.RunRules;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks every cell: each stage of a run with each thing that can happen to it. */
final class RunTransitionsTest {

    private static final Moment BEFORE = new Moment(Instant.parse("2026-03-02T10:00:00Z"), 0);
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T11:00:00Z"),
            Duration.ofHours(1).toNanos());
    private static final RunRules RULES = SampleUnits.rules(Duration.ofMinutes(5), Duration.ofSeconds(5));
    private static final StopOrder ORDER = new StopOrder(StopCause.MANUAL, Duration.ofSeconds(5), StopSignal.SIGTERM);
    private static final Run RUN = new SampleRuns().pending("a");

    private static Map<String, RunLife> stages() {
        RunLife creating = RunLife.creating(RUN, RULES);
        Map<String, RunLife> stages = new LinkedHashMap<>();
        stages.put("creating", creating);
        stages.put("creating, told to end", told(creating));
        RunLife ahead = creating.at(new RunStage.Ahead(List.of()));
        stages.put("ahead", ahead);
        stages.put("ahead, told to end", told(ahead));
        stages.put("ahead, launched", ahead(ahead, launched()));
        stages.put("ahead, told to end, launched", told(ahead(ahead, launched())));
        stages.put("ahead, not launched", ahead(ahead, notLaunched()));
        stages.put("ahead, launched and gone", ahead(ahead, launched(), exited(), cleared()));
        stages.put("unmade, killed", ladder(creating.at(new RunStage.Unmade()), StopLadder.Rung.KILLED));
        stages.put("waiting", creating.at(new RunStage.Waiting()));
        stages.put("launching", creating.at(new RunStage.Launching()));
        stages.put("launching, told to end", told(creating.at(new RunStage.Launching())));
        stages.put("gated", creating.at(new RunStage.Gated()));
        stages.put("gated, killed", ladder(told(creating.at(new RunStage.Gated())), StopLadder.Rung.KILLED));
        RunLife running = creating.at(new RunStage.Running(BEFORE.nanos()));
        stages.put("running", running);
        stages.put("running, order noted", ladder(told(running), StopLadder.Rung.NOTED));
        stages.put("running, signalled", ladder(told(running), StopLadder.Rung.SIGNALLED));
        stages.put("running, killed", ladder(told(running), StopLadder.Rung.KILLED));
        RunLife exited = creating.at(new RunStage.Exited(0, 0, null, Duration.ofSeconds(1), null, BEFORE.wall(),
                BEFORE.nanos()));
        stages.put("exited", exited.on(StopLadder.lingering(StopSignal.SIGTERM, Duration.ofSeconds(5), BEFORE)));
        stages.put("exited, rest signalled", exited.on(new StopLadder(StopSignal.SIGTERM, Duration.ofSeconds(5),
                StopLadder.Rung.SIGNALLED, true, BEFORE.nanos())));
        stages.put("ending", creating.at(new RunStage.Ending(BEFORE.nanos(), null)));
        return stages;
    }

    private static RunLife ahead(RunLife life, ProcessReport... reports) {
        return life.at(new RunStage.Ahead(
                Stream.of(reports).map(report -> new RunStage.Told(report, BEFORE)).toList()));
    }

    private static ProcessReport launched() {
        return new ProcessReport.Launched(RUN.id(), new ProcessIdentity(1, 1, "b", 1, List.of()), "a.log",
                BEFORE.nanos());
    }

    private static ProcessReport notLaunched() {
        return new ProcessReport.NotLaunched(RUN.id(), null, "no shell");
    }

    private static ProcessReport exited() {
        return new ProcessReport.Exited(RUN.id(), 3, 0, null);
    }

    private static ProcessReport cleared() {
        return new ProcessReport.Cleared(RUN.id(), EngineDriver.totals(), null);
    }

    private static RunLife told(RunLife life) {
        return life.with(life.run().withStop(ORDER)).because("stopped by hand").withoutSequel();
    }

    private static RunLife ladder(RunLife life, StopLadder.Rung rung) {
        return life.on(new StopLadder(StopSignal.SIGTERM, Duration.ofSeconds(5), rung, false, BEFORE.nanos()));
    }

    private static Map<String, RunInput> inputs() {
        Map<String, RunInput> inputs = new LinkedHashMap<>();
        for (Row row : Row.values()) {
            inputs.put("row " + row + " saved", new RunInput.Saved(row));
            inputs.put("row " + row + " not saved", new RunInput.NotSaved(row, "disk"));
        }
        inputs.put("admitted", new RunInput.Admitted(RULES));
        inputs.put("launched", new RunInput.Reported(launched()));
        inputs.put("not launched", new RunInput.Reported(notLaunched()));
        inputs.put("exit", new RunInput.Reported(exited()));
        inputs.put("cleared", new RunInput.Reported(cleared()));
        inputs.put("log full", new RunInput.Reported(new ProcessReport.LogOverflowed(RUN.id())));
        inputs.put("disk pressed", new RunInput.Reported(new ProcessReport.DiskPressed(RUN.id(), 1, 2, true)));
        inputs.put("disk pressed, goes on",
                new RunInput.Reported(new ProcessReport.DiskPressed(RUN.id(), 1, 2, false)));
        inputs.put("log unwritable", new RunInput.Reported(new ProcessReport.LogWriteFailed(RUN.id(), "io")));
        inputs.put("probed", new RunInput.Reported(new ProcessReport.Probed(RUN.id(), 0, false, "")));
        inputs.put("stop", new RunInput.Stop(ORDER, "stopped by hand", true));
        inputs.put("stop, journal stalled", new RunInput.Stop(ORDER, "stopped by hand", false));
        inputs.put("kill", new RunInput.Kill(ORDER, "killed"));
        inputs.put("journal stuck", new RunInput.JournalStuck());
        inputs.put("late", new RunInput.Due());
        return inputs;
    }

    @Test
    void everyCellIsAsWritten() {
        StringBuilder table = new StringBuilder();
        stages().forEach((stage, life) -> inputs().forEach((name, input) -> {
            RunStep step = RunTransitions.apply(life, input, NOW);
            boolean kept = input instanceof RunInput.Reported && step.life().stage() instanceof RunStage.Ahead;
            if (!kept && (!step.life().equals(life) || !step.deeds().isEmpty())) {
                table.append(stage).append(" | ").append(name).append(" | ").append(changes(life, step)).append('\n');
            }
        }));
        assertEquals(EXPECTED, table.toString());
    }

    @Test
    void whatIsToldBeforeTheRowIsOnTheDiskIsKeptInItsOrder() {
        RunLife life = RunLife.creating(RUN, RULES).at(new RunStage.Ahead(List.of()));
        for (ProcessReport report : List.of(launched(), exited(), cleared())) {
            RunStep step = RunTransitions.apply(life, new RunInput.Reported(report), BEFORE);
            assertEquals(List.of(), step.deeds());
            life = step.life();
        }
        assertEquals(ahead(life, launched(), exited(), cleared()), life);
        RunLife begun = RunTransitions.apply(ahead(life, launched()), new RunInput.Saved(Row.CREATED), NOW).life();
        assertEquals(BEFORE.wall(), Objects.requireNonNull(begun.run().start()).at(), "when its process was there");
    }

    @Test
    void aRunStartedWhenItsProcessWasThereHoweverLateTheEngineHeardOfIt() {
        RunLife life = RunLife.creating(RUN, RULES).at(new RunStage.Launching());
        Moment heard = new Moment(BEFORE.wall().plusMillis(7), BEFORE.nanos() + 6_600_000);
        RunLife gated = RunTransitions.apply(life, new RunInput.Reported(launched()), heard).life();
        assertEquals(BEFORE.wall(), Objects.requireNonNull(gated.run().start()).at(), "to the millisecond");
    }

    private static String changes(RunLife before, RunStep step) {
        RunLife after = step.life();
        StringBuilder text = new StringBuilder();
        if (!after.stage().getClass().equals(before.stage().getClass())) {
            text.append(after.stage().getClass().getSimpleName()).append(' ');
        }
        StopLadder ladder = after.ladder();
        if (ladder != null && !ladder.equals(before.ladder())) {
            text.append(ladder.rung()).append(' ');
        }
        if (after.chainEnds() && !before.chainEnds()) {
            text.append("no-retry ");
        }
        if (after.stage() instanceof RunStage.Exited exited && !(before.stage() instanceof RunStage.Exited)) {
            text.append("code ").append(exited.exitCode()).append(" cause ").append(exited.cause()).append(' ');
        }
        text.append(step.deeds().stream().map(RunTransitionsTest::deed).collect(Collectors.joining(", ", "-> ", "")));
        return text.toString().strip();
    }

    private static String deed(RunDeed deed) {
        return switch (deed) {
            case RunDeed.Do(EngineEffect.SignalProcess(_, var signal)) -> signal.name();
            case RunDeed.Do(var effect) -> effect.getClass().getSimpleName();
            case RunDeed.Save(var row, var event) -> "save " + row + " with " + event;
            case RunDeed.Conclude(var verdict) -> "over: " + verdict.end().reason().word() + " "
                    + verdict.end().exitCode();
            case RunDeed.Tell(var kind, _) -> "tell " + kind.word();
            default -> deed.getClass().getSimpleName();
        };
    }

    private static final String EXPECTED = """
            creating | row CREATED saved | Waiting -> Ready
            creating | row CREATED not saved | Unmade -> Forget
            creating | admitted | Ahead -> Launch
            creating | stop | no-retry ->
            creating | stop, journal stalled | no-retry ->
            creating, told to end | row CREATED saved | Ending -> over: stopped -1
            creating, told to end | row CREATED not saved | Unmade -> Forget
            ahead | row CREATED saved | Launching ->
            ahead | row CREATED not saved | Unmade KILLED -> SIGKILL
            ahead | stop | no-retry -> SIGKILL
            ahead | stop, journal stalled | no-retry -> SIGKILL
            ahead | kill | no-retry -> SIGKILL
            ahead, told to end | row CREATED saved | Launching ->
            ahead, told to end | row CREATED not saved | Unmade KILLED -> SIGKILL
            ahead, told to end | stop | -> SIGKILL
            ahead, told to end | stop, journal stalled | -> SIGKILL
            ahead, told to end | kill | -> SIGKILL
            ahead, launched | row CREATED saved | Gated -> save STARTED with run.started
            ahead, launched | row CREATED not saved | Unmade KILLED -> SIGKILL
            ahead, launched | stop | no-retry -> SIGKILL
            ahead, launched | stop, journal stalled | no-retry -> SIGKILL
            ahead, launched | kill | no-retry -> SIGKILL
            ahead, told to end, launched | row CREATED saved | Gated KILLED -> SIGKILL
            ahead, told to end, launched | row CREATED not saved | Unmade KILLED -> SIGKILL
            ahead, told to end, launched | stop | -> SIGKILL
            ahead, told to end, launched | stop, journal stalled | -> SIGKILL
            ahead, told to end, launched | kill | -> SIGKILL
            ahead, not launched | row CREATED saved | Ending -> over: failed -1
            ahead, not launched | row CREATED not saved | Unmade -> Forget
            ahead, not launched | stop | no-retry -> SIGKILL
            ahead, not launched | stop, journal stalled | no-retry -> SIGKILL
            ahead, not launched | kill | no-retry -> SIGKILL
            ahead, launched and gone | row CREATED saved | Ending -> save STARTED with run.started, over: failed -1
            ahead, launched and gone | row CREATED not saved | Unmade -> Forget
            ahead, launched and gone | stop | no-retry -> SIGKILL
            ahead, launched and gone | stop, journal stalled | no-retry -> SIGKILL
            ahead, launched and gone | kill | no-retry -> SIGKILL
            unmade, killed | launched | -> SIGKILL
            unmade, killed | not launched | -> Forget
            unmade, killed | cleared | -> Forget
            unmade, killed | late | CLOSED -> CloseOutput
            waiting | admitted | Launching -> Launch
            waiting | stop | Ending no-retry -> over: stopped -1
            waiting | stop, journal stalled | Ending no-retry -> over: stopped -1
            launching | launched | Gated -> save STARTED with run.started
            launching | not launched | Ending -> over: failed -1
            launching | stop | no-retry -> SIGKILL
            launching | stop, journal stalled | no-retry -> SIGKILL
            launching | kill | no-retry -> SIGKILL
            launching, told to end | launched | Gated KILLED -> SIGKILL
            launching, told to end | not launched | Ending -> over: stopped -1
            launching, told to end | stop | -> SIGKILL
            launching, told to end | stop, journal stalled | -> SIGKILL
            launching, told to end | kill | -> SIGKILL
            gated | row STARTED saved | Running -> ReleaseProcess, Begun
            gated | row STARTED not saved | KILLED -> SIGKILL
            gated | exit | Exited LINGERING code -1 cause null ->
            gated | stop | KILLED no-retry -> SIGKILL
            gated | stop, journal stalled | KILLED no-retry -> SIGKILL
            gated | kill | CLOSED no-retry -> SIGKILL, CloseOutput
            gated, killed | exit | Exited code -1 cause MANUAL ->
            gated, killed | kill | CLOSED -> SIGKILL, CloseOutput
            gated, killed | late | CLOSED -> CloseOutput
            running | exit | Exited LINGERING code 3 cause null ->
            running | log full | NOTED -> save STOP with run.updated
            running | disk pressed | NOTED -> save STOP with run.updated, tell log.disk_pressure
            running | disk pressed, goes on | -> tell log.disk_pressure
            running | log unwritable | -> Narrate
            running | stop | NOTED no-retry -> save STOP with run.updated
            running | stop, journal stalled | SIGNALLED no-retry -> SIGTERM, save STOP with run.updated
            running | kill | CLOSED no-retry -> SIGKILL, CloseOutput
            running | late | NOTED -> save STOP with run.updated
            running, order noted | row STOP saved | SIGNALLED -> SIGTERM
            running, order noted | row STOP not saved | SIGNALLED -> SIGTERM
            running, order noted | exit | Exited LINGERING code 3 cause null ->
            running, order noted | disk pressed | -> tell log.disk_pressure
            running, order noted | disk pressed, goes on | -> tell log.disk_pressure
            running, order noted | log unwritable | -> Narrate
            running, order noted | kill | CLOSED -> SIGKILL, CloseOutput
            running, order noted | journal stuck | SIGNALLED -> SIGTERM
            running, order noted | late | SIGNALLED -> SIGTERM
            running, signalled | exit | Exited code 3 cause MANUAL ->
            running, signalled | disk pressed | -> tell log.disk_pressure
            running, signalled | disk pressed, goes on | -> tell log.disk_pressure
            running, signalled | log unwritable | -> Narrate
            running, signalled | kill | CLOSED -> SIGKILL, CloseOutput
            running, signalled | late | KILLED -> SIGKILL
            running, killed | exit | Exited code 3 cause MANUAL ->
            running, killed | disk pressed | -> tell log.disk_pressure
            running, killed | disk pressed, goes on | -> tell log.disk_pressure
            running, killed | log unwritable | -> Narrate
            running, killed | kill | CLOSED -> SIGKILL, CloseOutput
            running, killed | late | CLOSED -> CloseOutput
            exited | cleared | Ending -> over: success 0
            exited | stop | SIGNALLED no-retry -> SIGTERM
            exited | stop, journal stalled | SIGNALLED no-retry -> SIGTERM
            exited | kill | CLOSED -> SIGKILL, CloseOutput
            exited | late | SIGNALLED -> SIGTERM
            exited, rest signalled | cleared | Ending -> over: success 0
            exited, rest signalled | stop | no-retry ->
            exited, rest signalled | stop, journal stalled | no-retry ->
            exited, rest signalled | kill | CLOSED -> SIGKILL, CloseOutput
            exited, rest signalled | late | CLOSED -> SIGKILL, CloseOutput
            ending | row ENDED saved | -> Forget
            ending | row ENDED not saved | -> Narrate, Forget
            ending | stop | no-retry ->
            ending | stop, journal stalled | no-retry ->
            """;
}
