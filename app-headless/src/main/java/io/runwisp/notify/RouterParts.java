package io.runwisp.notify;

import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.engine.EngineEffect.Narrate;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.event.EventHub;
import io.runwisp.notify.hook.HookEvent;
import io.runwisp.process.CommandRunner;
import io.runwisp.store.RunQueries;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.WallClock;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a router is joined to.
 *
 * @param config that it begins with
 * @param logs the directory of all logs
 * @param file where it remembers
 * @param commands runs hooks and the local mailer
 */
public record RouterParts(Config config, EventHub hub, RunQueries runs, RingingJournal bell, Path logs, Path file,
        WallClock wall, MonotonicClock monotonic, CommandRunner commands, HookEvent.Source source,
        Consumer<Narrate> log) {

    LastLines lines() {
        return new LastLines(logs);
    }

    void warn(String text) {
        log.accept(new Narrate(Level.WARN, text));
    }

    void fault(String text, Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        log.accept(new Narrate(Level.ERROR, text + ": " + fault + (trace.length == 0 ? "" : " at " + trace[0])));
    }
}
