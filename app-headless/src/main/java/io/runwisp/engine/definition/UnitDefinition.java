package io.runwisp.engine.definition;

import io.runwisp.model.UnitKind;

/** A task or a service as the engine needs it: checked, complete, and without a trace of the file that it stood in. */
public sealed interface UnitDefinition permits TaskDefinition, ServiceDefinition {

    /** Its name, by which everything finds it. */
    String name();

    /** What holds for each of its runs. */
    RunRules rules();

    /** Whether people and programs may start it. */
    boolean apiTrigger();

    /** Which of the two it is. */
    default UnitKind kind() {
        return this instanceof TaskDefinition ? UnitKind.TASK : UnitKind.SERVICE;
    }
}
