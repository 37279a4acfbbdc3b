package io.runwisp.engine;

import io.runwisp.model.RunId;
import java.util.function.Supplier;

/** What the units of an engine work with. */
final class EngineTools {

    private final Outbox outbox;
    private final Timers timers = new Timers();
    private final Runs runs;
    private final Supplier<RunId> ids;
    private boolean stopping;

    EngineTools(EngineRules rules, Supplier<RunId> ids, EventText texts) {
        this.outbox = new Outbox(texts);
        this.runs = new Runs(outbox, timers, rules.killChildrenOnCrash());
        this.ids = ids;
    }

    Outbox outbox() {
        return outbox;
    }

    Timers timers() {
        return timers;
    }

    Runs runs() {
        return runs;
    }

    RunId newId() {
        return ids.get();
    }

    /** Whether anything new may start. */
    boolean mayStart() {
        return !stopping && !outbox.stalled();
    }

    /** Whether everything is being ended. */
    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }
}
