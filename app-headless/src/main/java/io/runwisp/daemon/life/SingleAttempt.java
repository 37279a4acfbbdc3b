package io.runwisp.daemon.life;

import io.runwisp.config.language.RunOnStart;
import io.runwisp.engine.definition.RetryRule;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import java.time.Duration;
import java.util.List;

/** A task that runs once, when it is told to, and never again by itself. */
final class SingleAttempt {

    private SingleAttempt() {
    }

    static TaskDefinition of(String name, List<UnitDefinition> units) {
        for (UnitDefinition unit : units) {
            if (unit instanceof TaskDefinition task && task.name().equals(name)) {
                return new TaskDefinition(name, task.rules(), task.apiTrigger(), null, task.zone(), 0, Duration.ZERO,
                        RunOnStart.NEVER, 1, task.onOverlap(), task.maxQueued(),
                        new RetryRule(0, task.retry().backoff()), task.params());
            }
        }
        throw new IllegalArgumentException("There is no task " + name);
    }
}
