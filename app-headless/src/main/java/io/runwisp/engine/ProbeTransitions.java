package io.runwisp.engine;

import io.runwisp.engine.definition.ProbeDefinition;
import java.util.List;

/** What becomes of a health check when time passes or an answer comes. Pure. */
final class ProbeTransitions {

    private ProbeTransitions() {
    }

    /** What is to be done. */
    sealed interface Deed {
    }

    /** Ask. */
    record Ask() implements Deed {
    }

    /** A line for the log of the replica. */
    record Say(String text) implements Deed {
    }

    /** It is well, for the first time. */
    record Healthy() implements Deed {
    }

    /** It is given up. */
    record Unhealthy(String why) implements Deed {
    }

    /** What it has become, and what is to be done. */
    record Step(ProbeState state, List<Deed> deeds) {

        Step {
            deeds = List.copyOf(deeds);
        }
    }

    /** Time has passed. */
    static Step due(ProbeState state, Moment now) {
        if (state.asking()) {
            return new Step(state, List.of());
        }
        if (!state.passed() && now.nanos() >= state.deadline()) {
            return new Step(settled(state, StopLadder.NEVER), List.of(
                    new Unhealthy("its health check did not pass in time")));
        }
        if (now.nanos() >= state.nextAt()) {
            return new Step(new ProbeState(state.passed(), true, state.failed(), state.nextAt(), state.deadline()),
                    List.of(new Ask()));
        }
        return new Step(state, List.of());
    }

    /**
     * An answer has come.
     *
     * @param verdict what it said, for people
     * @param nextSlot when it is due next by its schedule
     */
    static Step answered(ProbeState state, boolean good, String verdict, ProbeDefinition probe, long nextSlot,
            Moment now) {
        if (good) {
            ProbeState well = new ProbeState(true, false, 0, nextSlot, state.deadline());
            Say said = new Say("health check passed");
            return new Step(well, state.passed() ? List.of(said) : List.of(said, new Healthy()));
        }
        if (!state.passed()) {
            Say said = new Say("health check failed, and has not passed yet: " + verdict);
            return now.nanos() >= state.deadline()
                    ? new Step(settled(state, StopLadder.NEVER),
                            List.of(said, new Unhealthy("its health check did not pass in time: " + verdict)))
                    : new Step(settled(state, nextSlot), List.of(said));
        }
        int failed = state.failed() + 1;
        if (failed > probe.retry().attempts()) {
            return new Step(settled(state, StopLadder.NEVER),
                    List.of(new Say("health check failed: " + verdict),
                            new Unhealthy("its health check failed " + failed + (failed == 1 ? " time: " : " times: ")
                                    + verdict)));
        }
        Say said = new Say("health check failed, and is asked again (" + failed + " of " + probe.retry().attempts()
                + "): " + verdict);
        return new Step(new ProbeState(true, false, failed, now.after(probe.retry().backoff().before(failed)),
                state.deadline()), List.of(said));
    }

    private static ProbeState settled(ProbeState state, long nextAt) {
        return new ProbeState(state.passed(), false, state.failed(), nextAt, state.deadline());
    }
}
