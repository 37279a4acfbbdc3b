package io.runwisp.engine;

import java.util.List;

/** What a run has become, and what is to be done about it, in this order. */
record RunStep(RunLife life, List<RunDeed> deeds) {

    RunStep {
        deeds = List.copyOf(deeds);
    }

    static RunStep of(RunLife life, RunDeed... deeds) {
        return new RunStep(life, List.of(deeds));
    }
}
