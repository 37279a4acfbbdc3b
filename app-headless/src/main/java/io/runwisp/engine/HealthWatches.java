package io.runwisp.engine;

import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.model.RunId;
import java.util.HashMap;
import java.util.Map;

/** The health checks of the lives of one service. A life of a service without a health check is not watched. */
final class HealthWatches {

    private final EngineTools tools;
    private final ProbeWatch.Unwell unwell;
    private final Map<RunId, ProbeWatch> watches = new HashMap<>();

    HealthWatches(EngineTools tools, ProbeWatch.Unwell unwell) {
        this.tools = tools;
        this.unwell = unwell;
    }

    /** A life has begun, or goes on by other rules. */
    void begin(RunLife life, ServiceDefinition definition, Moment now) {
        if (definition.probe() != null) {
            Command command = definition.replicaEnv()
                    ? ReplicaEnvironment.of(definition.probe().command(), life.run().replicaIndex(),
                            definition.instances())
                    : definition.probe().command();
            watches.put(life.id(), new ProbeWatch(life.id(), definition.probe(), command, definition.stableAfter(),
                    tools, unwell, now));
        }
    }

    /** A life is over, or goes on by other rules. */
    void end(RunId run) {
        ProbeWatch watch = watches.remove(run);
        if (watch != null) {
            watch.end();
        }
    }

    /** Takes the answer of a check; false when nobody waits for it any more. */
    boolean answered(ProcessReport.Probed answer, Moment now) {
        ProbeWatch watch = watches.get(answer.run());
        if (watch == null) {
            return false;
        }
        watch.answered(answer, now);
        return true;
    }

    /** It may be time to ask. */
    void due(RunId run, Moment now) {
        ProbeWatch watch = watches.get(run);
        RunLife life = tools.runs().find(run);
        if (watch != null && life != null && !life.dying()) {
            watch.due(now);
        }
    }

    boolean watches(RunId run) {
        return watches.containsKey(run);
    }

    /** Whether a check of it has passed. */
    boolean passed(RunId run) {
        ProbeWatch watch = watches.get(run);
        return watch != null && watch.healthy();
    }
}
