package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.Replica.Wish;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.model.RunId;
import io.runwisp.model.StopCause;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Walks every cell: each state of a place with each thing that can happen to it. */
final class ReplicaTransitionsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T11:00:00Z"), 1_000 * SECOND);
    private static final RunId RUN = new SampleRuns().pending("s").id();
    private static final ServiceDefinition SERVICE = SampleUnits.service("s").attempts(3).make();

    private static Map<String, Replica> states() {
        Map<String, Replica> states = new LinkedHashMap<>();
        states.put("parked", new Replica.Parked());
        states.put("wanted", new Replica.Wanted(Trigger.SERVICE, true));
        states.put("alive", new Replica.Alive(RUN, Wish.KEEP));
        states.put("alive, to stop", new Replica.Alive(RUN, Wish.STOP));
        states.put("alive, to start afresh", new Replica.Alive(RUN, Wish.AFRESH));
        states.put("resting", new Replica.Resting(2_000 * SECOND));
        states.put("rested", new Replica.Resting(500 * SECOND));
        states.put("gave up", new Replica.GaveUp());
        return states;
    }

    private static Map<String, ReplicaInput> inputs() {
        Map<String, ReplicaInput> inputs = new LinkedHashMap<>();
        inputs.put("start", new ReplicaInput.Start(Trigger.API));
        inputs.put("stop", new ReplicaInput.Stop(StopCause.MANUAL));
        inputs.put("shutdown", new ReplicaInput.Stop(StopCause.SHUTDOWN));
        inputs.put("restart", new ReplicaInput.Restart(StopCause.RESTART));
        inputs.put("life began", new ReplicaInput.LifeBegan(RUN));
        inputs.put("quick failure", new ReplicaInput.LifeOver(false, true, true, false, false, 1_000 * SECOND));
        inputs.put("quick success", new ReplicaInput.LifeOver(false, false, false, false, false, 1_000 * SECOND));
        inputs.put("stable failure", new ReplicaInput.LifeOver(true, true, true, false, false, 1_000 * SECOND));
        inputs.put("stopped by hand", new ReplicaInput.LifeOver(true, false, false, true, false, 1_000 * SECOND));
        inputs.put("last failure", new ReplicaInput.LifeOver(false, true, true, false, true, 1_000 * SECOND));
        inputs.put("due", new ReplicaInput.Due());
        return inputs;
    }

    @Test
    void everyCellIsAsWritten() {
        StringBuilder table = new StringBuilder();
        states().forEach((name, state) -> inputs().forEach((what, input) -> {
            ReplicaSlot slot = new ReplicaSlot(0, state, 2, 1);
            ReplicaTransitions.Step step = ReplicaTransitions.apply(SERVICE, slot, input, NOW);
            if (!step.slot().equals(slot) || step.toEnd() != null) {
                table.append(name).append(" | ").append(what).append(" | ").append(text(step)).append('\n');
            }
        }));
        assertEquals(EXPECTED, table.toString());
    }

    private static String text(ReplicaTransitions.Step step) {
        String state = switch (step.slot().state()) {
            case Replica.Parked _ -> "parked";
            case Replica.Wanted(var trigger, boolean again) -> "wanted " + trigger.word() + (again ? " again" : "");
            case Replica.Alive(_, var wish) -> "alive " + wish;
            case Replica.Resting(long until) -> "resting " + (until - NOW.nanos()) / SECOND + "s";
            case Replica.GaveUp _ -> "gave up";
        };
        return state + " (" + step.slot().quickEnds() + " quick, " + step.slot().failedStarts() + " failed)"
                + (step.cause() == null ? "" : " end: " + step.cause().word());
    }

    private static final String EXPECTED = """
            parked | start | wanted api (0 quick, 0 failed)
            parked | restart | wanted api (0 quick, 0 failed)
            wanted | stop | parked (2 quick, 1 failed)
            wanted | shutdown | parked (2 quick, 1 failed)
            wanted | restart | wanted api (0 quick, 0 failed)
            wanted | life began | alive KEEP (2 quick, 1 failed)
            alive | stop | alive STOP (2 quick, 1 failed) end: manual
            alive | shutdown | alive STOP (2 quick, 1 failed) end: shutdown
            alive | restart | alive AFRESH (2 quick, 1 failed) end: restart
            alive | quick failure | resting 4s (3 quick, 2 failed)
            alive | quick success | resting 4s (3 quick, 0 failed)
            alive | stable failure | resting 1s (1 quick, 0 failed)
            alive | stopped by hand | wanted service again (0 quick, 0 failed)
            alive | last failure | gave up (2 quick, 1 failed)
            alive, to stop | start | alive AFRESH (2 quick, 1 failed)
            alive, to stop | shutdown | alive STOP (2 quick, 1 failed) end: shutdown
            alive, to stop | restart | alive AFRESH (2 quick, 1 failed)
            alive, to stop | quick failure | parked (0 quick, 0 failed)
            alive, to stop | quick success | parked (0 quick, 0 failed)
            alive, to stop | stable failure | parked (0 quick, 0 failed)
            alive, to stop | stopped by hand | parked (0 quick, 0 failed)
            alive, to stop | last failure | parked (0 quick, 0 failed)
            alive, to start afresh | stop | alive STOP (2 quick, 1 failed)
            alive, to start afresh | shutdown | alive STOP (2 quick, 1 failed) end: shutdown
            alive, to start afresh | quick failure | wanted api again (0 quick, 0 failed)
            alive, to start afresh | quick success | wanted api again (0 quick, 0 failed)
            alive, to start afresh | stable failure | wanted api again (0 quick, 0 failed)
            alive, to start afresh | stopped by hand | wanted api again (0 quick, 0 failed)
            alive, to start afresh | last failure | wanted api again (0 quick, 0 failed)
            resting | start | wanted api again (0 quick, 0 failed)
            resting | stop | parked (2 quick, 1 failed)
            resting | shutdown | parked (2 quick, 1 failed)
            resting | restart | wanted api again (0 quick, 0 failed)
            rested | start | wanted api again (0 quick, 0 failed)
            rested | stop | parked (2 quick, 1 failed)
            rested | shutdown | parked (2 quick, 1 failed)
            rested | restart | wanted api again (0 quick, 0 failed)
            rested | due | wanted service again (2 quick, 1 failed)
            gave up | start | wanted api (0 quick, 0 failed)
            gave up | stop | parked (2 quick, 1 failed)
            gave up | shutdown | parked (2 quick, 1 failed)
            gave up | restart | wanted api (0 quick, 0 failed)
            """;
}
