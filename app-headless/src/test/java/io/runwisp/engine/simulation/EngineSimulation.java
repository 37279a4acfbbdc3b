package io.runwisp.engine.simulation;

import io.runwisp.engine.CrashRecovery;
import io.runwisp.engine.EngineCore;
import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.EventText;
import io.runwisp.engine.Moment;
import io.runwisp.engine.Wake;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.RunId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lives a world through: seed in, verdict out. The same seed gives the same world. */
final class EngineSimulation {

    private EngineSimulation() {
    }

    /**
     * What came of a world.
     *
     * @param check the check that does not hold, or what was thrown; null when all is well
     * @param report what a person needs to find the fault; empty when all is well
     * @param slots how many slots were accounted for
     * @param happenings how much happened
     */
    record Verdict(long seed, @Nullable String check, String report, long slots, long happenings) {
    }

    /** The world of a seed, with the core in it. */
    static Verdict run(long seed) {
        return run(RandomPlan.of(seed), Core::new);
    }

    /** A world with another engine in it. */
    static Verdict run(EngineWorldPlan plan, Engine.Maker maker) {
        World world = new World(plan, maker, (past, units, now) -> CrashRecovery.changes(past, Map.of(),
                units, now.wall(), new PlainTexts()));
        try {
            world.live();
            return verdict(world, plan, null, "");
        } catch (Violation violation) {
            return verdict(world, plan, violation.check(), violation.getMessage());
        } catch (RuntimeException defect) {
            StringWriter trace = new StringWriter();
            defect.printStackTrace(new PrintWriter(trace));
            return verdict(world, plan, defect.getClass().getSimpleName(), trace.toString());
        }
    }

    private static Verdict verdict(World world, EngineWorldPlan plan, @Nullable String check, @Nullable String what) {
        Observers observers = world.observers();
        String report = check == null ? ""
                : """
                The world of seed %d fails: %s
                at %s, begun at %s, with %s
                The last that happened:
                %s
                To live it again: mvn test -pl app-headless -am -Dtest=EngineSimulationTest \
                -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=%d -Dsimulation.worlds=1
                """.formatted(plan.seed(), what, world.now(), plan.begin(), plan.versions(), observers.last(),
                        plan.seed());
        return new Verdict(plan.seed(), check, report, observers.slots(), observers.happenings());
    }

    /** The core itself. */
    record Core(EngineCore core) implements Engine {

        Core(EngineRules rules, List<UnitDefinition> units, Supplier<RunId> ids, EventText texts) {
            this(new EngineCore(rules, units, ids, texts));
        }

        @Override
        public List<EngineEffect> handle(EngineMessage message, Moment now) {
            return core.handle(message, now);
        }

        @Override
        public @Nullable Wake nextWake() {
            return core.nextWake();
        }
    }
}
