package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.EventText;
import io.runwisp.engine.Moment;
import io.runwisp.engine.Wake;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.RunId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is put to the test: the core, or the core with a fault planted around it. */
interface Engine {

    /** What is to be done because of a message. */
    List<EngineEffect> handle(EngineMessage message, Moment now);

    /** When it wants to be woken, or null. */
    @Nullable
    Wake nextWake();

    /** Makes an engine that has not begun. */
    interface Maker {

        /** One for these units. */
        Engine make(EngineRules rules, List<UnitDefinition> units, Supplier<RunId> ids, EventText texts);
    }
}
