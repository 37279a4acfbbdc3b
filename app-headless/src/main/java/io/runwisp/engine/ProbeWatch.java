package io.runwisp.engine;

import io.runwisp.config.grammar.Durations;
import io.runwisp.config.grammar.Failures;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ProbeDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.RunId;
import io.runwisp.schedule.Slot;
import java.time.Duration;

/** Asks a replica whether it is well, from its begin to its end. */
final class ProbeWatch {

    /** It may be time to ask this replica. */
    record Key(RunId replica) {
    }

    /** Ends a replica that is not well. */
    interface Unwell {

        /** It shall be ended. */
        void end(RunId replica, String why, Moment now);
    }

    private final RunId replica;
    private final ProbeDefinition probe;
    private final Command command;
    private final EngineTools tools;
    private final Unwell unwell;
    private ProbeState state;

    ProbeWatch(RunId replica, ProbeDefinition probe, Command command, Duration stableAfter, EngineTools tools,
            Unwell unwell, Moment now) {
        this.replica = replica;
        this.probe = probe;
        this.command = command;
        this.tools = tools;
        this.unwell = unwell;
        long deadline = stableAfter.isZero() ? StopLadder.NEVER : now.after(stableAfter);
        state = new ProbeState(false, false, 0, nextSlot(now), deadline);
        tools.timers().set(new Key(replica), state.wakeAt());
    }

    /** Whether it has passed. */
    boolean healthy() {
        return state.passed();
    }

    void due(Moment now) {
        carryOut(ProbeTransitions.due(state, now), now);
    }

    void answered(ProcessReport.Probed answer, Moment now) {
        if (state.asking()) {
            carryOut(ProbeTransitions.answered(state, isGood(answer), verdict(answer), probe, nextSlot(now), now), now);
        }
    }

    void end() {
        tools.timers().cancel(new Key(replica));
        if (state.asking()) {
            tools.outbox().add(new EngineEffect.CancelProbe(replica));
        }
    }

    private void carryOut(ProbeTransitions.Step step, Moment now) {
        state = step.state();
        tools.timers().set(new Key(replica), state.wakeAt());
        for (ProbeTransitions.Deed deed : step.deeds()) {
            switch (deed) {
                case ProbeTransitions.Ask _ -> tools.outbox()
                    .add(new EngineEffect.StartProbe(
                            new ProcessLauncher.Probe(replica, command, probe.timeout(), probe.secrets())));
                case ProbeTransitions.Say(var text) -> tools.outbox().add(new EngineEffect.SayInLog(replica, text));
                case ProbeTransitions.Healthy _ -> {
                }
                case ProbeTransitions.Unhealthy(var why) -> unwell.end(replica, why, now);
            }
        }
    }

    private boolean isGood(ProcessReport.Probed answer) {
        Failures failures = probe.failures();
        boolean matched = failures.compiledPatterns()
            .stream()
            .anyMatch(pattern -> answer.tail().lines().anyMatch(line -> pattern.matcher(line).find()));
        EndReason reason = answer.timedOut()
                ? EndReason.TIMEOUT
                : answer.exitCode() == 0 ? EndReason.SUCCESS : EndReason.FAILED;
        return !failures.isFailure(reason, answer.exitCode(), matched);
    }

    private String verdict(ProcessReport.Probed answer) {
        String how = answer.timedOut()
                ? "no answer within " + Durations.show(probe.timeout())
                : "exit code " + answer.exitCode();
        return answer.tail().isBlank() ? how : how + ", it said: " + answer.tail().strip();
    }

    /** Slots of a health check are far closer together than any clock steps, so they become durations. */
    private long nextSlot(Moment now) {
        Slot slot = probe.schedule().next(now.wall(), probe.zone());
        return slot == null ? StopLadder.NEVER : now.after(Duration.between(now.wall(), slot.at()));
    }
}
