package io.runwisp.engine;

import io.runwisp.time.MonotonicClock;
import io.runwisp.time.WallClock;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an engine is joined to. Nothing of it may wait, for the engine waits for it.
 *
 * @param log the log of the daemon
 * @param sweep lets retention look for what may go
 * @param news told which units may look different now
 */
public record EnginePorts(RunJournal journal, ProcessLauncher launcher, WallClock wall, MonotonicClock monotonic,
        Consumer<EngineEffect.Narrate> log, Runnable sweep,
        Consumer<Set<String>> news) {
}
