package io.runwisp.daemon.life;

import io.runwisp.api.reload.Reloader;
import io.runwisp.client.ApiProblem;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.wire.ProblemItem;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import java.util.List;

/** A reload that a signal asks for: what came of it stands in the log, because nobody waits for an answer. */
record Reloading(Reloader reloader, DaemonLog log) {

    /** Begins one on a thread of its own, so that whoever hears signals hears the next. */
    void begin() {
        log.info("SIGHUP: the configuration is taken anew");
        Thread.ofVirtual().name("runwisp-reload").start(this::reload);
    }

    /** Looks whether the files have changed; the first look that finds it is told in the log. */
    void look() {
        try {
            reloader.isStale();
        } catch (RuntimeException e) {
            log.warn("it could not be seen whether the configuration has changed: " + e);
        }
    }

    private void reload() {
        try {
            tell(reloader.reload(new ReloadRequest(List.of(), false)));
        } catch (ApiProblem e) {
            log.error("the configuration was not taken: " + e.problem().detail());
            for (ProblemItem item : e.problem().errors()) {
                log.error("  " + (item.location() == null ? "" : item.location() + ": ") + item.message());
            }
        } catch (RuntimeException e) {
            log.error("the reload ran into a fault of its own: " + e);
        }
    }

    private void tell(ReloadResult result) {
        log.info("configuration reloaded: " + result.added().size() + " added, " + result.removed().size()
                + " removed, " + result.changed().size() + " changed");
        result.added().forEach(name -> log.info("  + " + name));
        result.removed().forEach(name -> log.info("  - " + name));
        result.changed()
            .forEach(unit -> log.info("  ~ " + unit.name() + " (" + String.join(", ", unit.reasons()) + "): "
                    + unit.effect().replace('_', ' ')));
        result.dropped()
            .forEach(runs -> log.warn("  " + runs.taskName() + ": " + runs.count()
                    + (runs.what().equals("queued") ? " waiting in its queue" : " waiting for a retry")
                    + " will not run"));
        result.needsRestart().forEach(key -> log.warn("  " + key + " holds from the next start of the daemon"));
        result.warnings().forEach(log::warn);
    }
}
