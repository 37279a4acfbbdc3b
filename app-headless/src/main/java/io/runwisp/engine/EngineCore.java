package io.runwisp.engine;

import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything, and does nothing: messages in, effects out. The same messages at the same moments give the same effects.
 *
 * <p>Owned by one thread. It has no clock, no thread and no I/O, and throws for no message.
 */
public final class EngineCore {

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks = new TreeMap<>();

    /**
     * An engine that has not begun.
     *
     * @param ids new identities, each greater than the one before
     */
    public EngineCore(EngineRules rules, List<UnitDefinition> units, Supplier<RunId> ids, EventText texts) {
        tools = new EngineTools(rules, ids, texts);
        for (UnitDefinition unit : units) {
            if (unit instanceof TaskDefinition task) {
                tasks.put(task.name(), new TaskDesk(task, tools));
            }
        }
    }

    /** What is to be done because of a message, in this order. */
    public List<EngineEffect> handle(EngineMessage message, Moment now) {
        switch (message) {
            case ProcessReport report -> tools.runs().tell(report.run(), new RunInput.Reported(report), now);
            case EngineMessage.Committed(long batch, _) -> tools.outbox().committed(batch, now);
            case EngineMessage.NotCommitted(long batch, var reason) -> tools.outbox().refused(batch, reason, now);
            case EngineMessage.Woken _ -> woken(now);
            case EngineMessage.TriggerTask trigger -> trigger(trigger, now);
            default -> tools.outbox().narrate(EngineEffect.Narrate.Level.WARN, "not done yet");
        }
        return tools.outbox().empty();
    }

    private void woken(Moment now) {
        for (Object key : tools.timers().due(now.nanos())) {
            if (key instanceof RunId run) {
                tools.runs().tell(run, new RunInput.Due(), now);
            } else if (key instanceof RetryWaits.Key) {
                tasks.values().forEach(task -> task.retries().catchUp(now));
            }
        }
    }

    private void trigger(EngineMessage.TriggerTask trigger, Moment now) {
        TaskDesk task = tasks.get(trigger.task());
        if (task != null && Parameters.resolve(task.definition().params(),
                trigger.params()) instanceof Parameters.Values(var values)) {
            task.trigger(new RunOrigin(trigger.trigger(), now.wall(), null, 0, null, values, null), List.of(),
                    trigger.ticket(), now);
        }
    }

    /** When to send {@link EngineMessage.Woken} at the latest, or null when nothing is due. */
    public @Nullable Wake nextWake() {
        long earliest = tools.timers().earliest();
        return earliest == StopLadder.NEVER ? null : new Wake(null, earliest);
    }
}
