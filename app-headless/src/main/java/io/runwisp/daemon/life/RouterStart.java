package io.runwisp.daemon.life;

import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.event.EventHub;
import io.runwisp.notify.Router;
import io.runwisp.notify.RouterParts;
import io.runwisp.notify.hook.HookEvent;
import io.runwisp.process.SessionCommandRunner;
import java.nio.file.Path;

/** What a router is joined to. Apart from {@link Notices}, because to load this is to load the router. */
record RouterStart(StoreDatabase database, EventHub hub, RingingJournal bell, Clocks clocks, DaemonLog log,
        String fingerprint, String version, Path file) {

    /** @param after the number of the event behind which it begins, when it remembers none */
    Router begin(Config config, long after) {
        return new Router(new RouterParts(config, hub, database.store().runs(), bell, database.directory().logs(), file,
                clocks.wall(), clocks.monotonic(), new SessionCommandRunner(),
                new HookEvent.Source(MachineName.read(), fingerprint, version),
                line -> log.line(line.level(), line.text())), after);
    }
}
