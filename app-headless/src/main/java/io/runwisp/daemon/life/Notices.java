package io.runwisp.daemon.life;

import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.event.EventHub;
import io.runwisp.notify.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a daemon tells others: nothing of it is loaded while no notifier, no hook and no ping is configured. Any thread. */
final class Notices implements JournalRelay.Health {

    private final Joined joined;
    private volatile @Nullable Router router;
    private boolean closed;

    /** What it is joined to. */
    record Joined(StoreDatabase database, EventHub hub, RingingJournal bell, Clocks clocks, DaemonLog log,
            String fingerprint, String version) {

        private Path file() {
            return database.directory().path().resolve("notify.json");
        }

        private RouterStart start() {
            return new RouterStart(database, hub, bell, clocks, log, fingerprint, version, file());
        }
    }

    Notices(Joined joined) {
        this.joined = joined;
    }

    /** Whether a configuration has something that hears of events. */
    static boolean wanted(Config config) {
        if (!config.notifications().notifiers().isEmpty() || !config.hooks().isEmpty()) {
            return true;
        }
        for (Unit unit : config.units().values()) {
            if (unit.get(UnitKeys.PING) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Begins, before anything is started.
     *
     * @param after the number of the last event before this life of the daemon
     */
    synchronized void begin(Config config, long after) {
        if (wanted(config)) {
            router = joined.start().begin(config, after);
            return;
        }
        try {
            // What was remembered would be told when notices are configured again, long after it happened.
            Files.deleteIfExists(joined.file());
        } catch (IOException e) {
            joined.log().warn(joined.file() + " could not be removed: " + e);
        }
    }

    /** Another configuration is in force. */
    synchronized void follow(Config config) {
        Router known = router;
        if (known != null) {
            known.follow(config);
        } else if (wanted(config) && !closed) {
            router = joined.start().begin(config, joined.hub().last());
        }
    }

    @Override
    public void stalled(String reason) {
        Router known = router;
        if (known != null) {
            known.stalled(reason);
        }
    }

    @Override
    public void recovered() {
        Router known = router;
        if (known != null) {
            known.mended();
        }
    }

    /** The daemon serves. */
    void started() {
        Router known = router;
        if (known != null) {
            known.started();
        }
    }

    /** The daemon is about to end. */
    void stopping() {
        Router known = router;
        if (known != null) {
            known.stopping();
        }
    }

    /** Tells what is held, and ends. */
    void close() {
        Router known;
        synchronized (this) {
            closed = true;
            known = router;
            router = null;
        }
        if (known != null) {
            known.close();
        }
    }
}
