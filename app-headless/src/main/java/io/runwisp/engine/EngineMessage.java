package io.runwisp.engine;

import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine is told. Everything that may change its state comes as one of these, in one order. */
public sealed interface EngineMessage permits ProcessReport, EngineMessage.Begin, EngineMessage.Woken,
        EngineMessage.Committed, EngineMessage.NotCommitted, EngineMessage.JournalStalled,
        EngineMessage.JournalRecovered, EngineMessage.Request, EngineMessage.Shutdown {

    /**
     * The start, told once and first. What a dead daemon left is stopped and its runs are marked already.
     *
     * @param past what the journal holds
     * @param bootId this start of the machine, or null when it cannot be told
     */
    record Begin(RunJournalSnapshot past, @Nullable String bootId) implements EngineMessage {
    }

    /** Time has passed: a slot or a timer may be due, or a clock may have been moved. */
    record Woken() implements EngineMessage {
    }

    /** A batch is on the disk. */
    record Committed(long batch, List<Long> eventSequences) implements EngineMessage {

        public Committed {
            eventSequences = List.copyOf(eventSequences);
        }
    }

    /** A batch is not on the disk and will not be. */
    record NotCommitted(long batch, String reason) implements EngineMessage {
    }

    /** The journal cannot write for now. */
    record JournalStalled(String reason) implements EngineMessage {
    }

    /** The journal writes again. */
    record JournalRecovered() implements EngineMessage {
    }

    /** Everything is to end, within the ceiling of the configuration. A second one kills at once. */
    record Shutdown() implements EngineMessage {
    }

    /** What people and programs ask for; each is answered once by {@link EngineEffect.Answer} with its ticket. */
    sealed interface Request extends EngineMessage {

        /** Tells the answers apart. */
        long ticket();
    }

    /** Start a run of a task; a service is refused. */
    record TriggerTask(long ticket, String task, Trigger trigger, Map<String, @Nullable String> params)
            implements
                Request {

        public TriggerTask {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        }
    }

    /** End a run, or take it from the queue. */
    record StopRun(long ticket, RunId run) implements Request {
    }

    /** End the active runs of a task and empty its queue; or park a service. */
    record StopUnit(long ticket, String unit) implements Request {
    }

    /** Fill the empty slots of a service. */
    record StartService(long ticket, String service, Trigger by) implements Request {

        /** By hand. */
        public StartService(long ticket, String service) {
            this(ticket, service, Trigger.API);
        }
    }

    /** Start every replica of a service afresh. */
    record RestartService(long ticket, String service, Trigger by) implements Request {

        /** By hand. */
        public RestartService(long ticket, String service) {
            this(ticket, service, Trigger.API);
        }
    }

    /** Let the slots of a task pass without runs. */
    record PauseTask(long ticket, String task) implements Request {
    }

    /** Let its slots run again. */
    record ResumeTask(long ticket, String task) implements Request {
    }

    /**
     * What units do now. Answered at once with {@link EngineEffect.UnitsSeen}.
     *
     * @param unit the only one that is wanted, or null for all
     */
    record SeeUnits(long ticket, @Nullable String unit) implements Request {
    }

    /** Answered with {@link EngineEffect.RunIsOver} once a run is over, at once when it is or never was. */
    record AwaitRun(long ticket, RunId run) implements Request {
    }

    /** How the schedules stand. Answered at once with {@link EngineEffect.SchedulesSeen}. */
    record SeeSchedules(long ticket) implements Request {
    }

    /**
     * The units are these from now on. Those that did not change go on undisturbed. Answered with {@link EngineEffect.Reloaded}.
     *
     * @param touched for units of which something changes, what; also where the engine itself does not know of it
     * @param rules what holds for the daemon from now on, or null for what held
     * @param dryRun whether only to say what would happen
     */
    record ReplaceUnits(long ticket, List<UnitDefinition> units, Map<String, String> touched,
            @Nullable EngineRules rules, boolean dryRun) implements Request {

        public ReplaceUnits {
            units = List.copyOf(units);
            touched = Map.copyOf(touched);
        }

        /** The same in earnest, about nothing but the units. */
        public ReplaceUnits(long ticket, List<UnitDefinition> units) {
            this(ticket, units, Map.of(), null, false);
        }
    }
}
