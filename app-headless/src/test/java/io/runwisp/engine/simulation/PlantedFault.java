package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineEffect.WriteJournal;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.Wake;
import io.runwisp.engine.definition.UnitDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The core with a fault around it. */
final class PlantedFault implements Engine {

    /** What becomes of the effects of a message. */
    interface Twist {

        /** The effects to carry out instead. */
        List<EngineEffect> of(EngineMessage message, List<EngineEffect> effects);
    }

    private final Engine core;
    private final Twist twist;
    private final Predicate<EngineMessage> deaf;

    private PlantedFault(Engine core, Twist twist, Predicate<EngineMessage> deaf) {
        this.core = core;
        this.twist = twist;
        this.deaf = deaf;
    }

    /** Cores whose effects are twisted, each in a way of its own. */
    static Engine.Maker twisted(Supplier<Twist> twists) {
        return (rules, units, ids, texts) -> new PlantedFault(new EngineSimulation.Core(rules, units, ids, texts),
                twists.get(), _ -> false);
    }

    /** Cores that never hear some messages. */
    static Engine.Maker deaf(Predicate<EngineMessage> to) {
        return (rules, units, ids, texts) -> new PlantedFault(new EngineSimulation.Core(rules, units, ids, texts),
                (_, effects) -> effects, to);
    }

    /** Cores that were given other units than the world has. */
    static Engine.Maker misinformed(UnaryOperator<UnitDefinition> units) {
        return (rules, real, ids, texts) -> new EngineSimulation.Core(rules, real.stream().map(units).toList(), ids,
                texts);
    }

    /** Cores that are told other units at a reload than were saved. */
    static Engine.Maker misreloaded(UnaryOperator<UnitDefinition> units) {
        return (rules, real, ids, texts) -> {
            Engine core = new EngineSimulation.Core(rules, real, ids, texts);
            return new Engine() {
                @Override
                public List<EngineEffect> handle(EngineMessage message, Moment now) {
                    return core.handle(
                            message instanceof EngineMessage.ReplaceUnits(var ticket, var told, var touched, var other, var dry)
                                    ? new EngineMessage.ReplaceUnits(ticket, told.stream().map(units).toList(), touched,
                                            other, dry)
                                    : message,
                            now);
                }

                @Override
                public @Nullable Wake nextWake() {
                    return core.nextWake();
                }
            };
        };
    }

    /** Cores that write something else than they decided. */
    static Engine.Maker miswriting(Function<RunJournalChange, List<RunJournalChange>> pen) {
        return twisted(() -> (_, effects) -> {
            List<EngineEffect> written = new ArrayList<>();
            for (EngineEffect effect : effects) {
                written.add(effect instanceof WriteJournal(var batch, var changes)
                        ? new WriteJournal(batch,
                                changes.stream().flatMap(change -> pen.apply(change).stream()).toList())
                        : effect);
            }
            return written;
        });
    }

    @Override
    public List<EngineEffect> handle(EngineMessage message, Moment now) {
        return deaf.test(message) ? List.of() : twist.of(message, core.handle(message, now));
    }

    @Override
    public @Nullable Wake nextWake() {
        return core.nextWake();
    }
}
