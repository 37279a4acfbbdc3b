package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineRules;
import io.runwisp.engine.definition.UnitDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a world is made of.
 *
 * @param versions what its file contains at first, and what it contains after reloads
 * @param begin what the wall clock shows at first
 * @param length how long it lasts before the faults are off
 * @param faults how many faults come in that time
 * @param commands how many commands are given in that time
 */
record EngineWorldPlan(long seed, EngineRules rules, List<List<UnitDefinition>> versions, Instant begin,
        Duration length, int faults, int commands) {

    /** The units of the beginning. */
    List<UnitDefinition> units() {
        return versions.getFirst();
    }
}
