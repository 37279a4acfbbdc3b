package io.runwisp.engine;

import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.RunId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything, and does nothing: messages in, effects out. The same messages at the same moments give the same effects.
 *
 * <p>Owned by one thread. It has no clock, no thread and no I/O, and throws for no message.
 */
public final class EngineCore {

    /**
     * An engine that has not begun.
     *
     * @param ids new identities, each greater than the one before
     */
    public EngineCore(EngineRules rules, List<UnitDefinition> units, Supplier<RunId> ids, EventText texts) {
    }

    /** What is to be done because of a message, in this order. */
    public List<EngineEffect> handle(EngineMessage message, Moment now) {
        return List.of();
    }

    /** When to send {@link EngineMessage.Woken} at the latest, or null when nothing is due. */
    public @Nullable Wake nextWake() {
        return null;
    }
}
