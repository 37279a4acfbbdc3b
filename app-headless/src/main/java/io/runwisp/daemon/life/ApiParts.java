package io.runwisp.daemon.life;

import io.runwisp.api.foresight.LocalForesight;
import io.runwisp.api.http.Front;
import io.runwisp.api.http.HookTokens;
import io.runwisp.api.http.Routes;
import io.runwisp.api.local.BulkDeletion;
import io.runwisp.api.local.EngineDoor;
import io.runwisp.api.local.JournalPen;
import io.runwisp.api.local.LocalDaemonApi;
import io.runwisp.api.local.LocalHost;
import io.runwisp.api.local.LocalLogs;
import io.runwisp.api.local.LocalRuns;
import io.runwisp.api.local.LocalStreams;
import io.runwisp.api.local.LocalUnits;
import io.runwisp.api.local.LogPlaces;
import io.runwisp.api.metrics.MetricsPlace;
import io.runwisp.api.reload.Reloader;
import io.runwisp.api.sse.StreamDesk;
import io.runwisp.api.sse.StreamRoom;
import io.runwisp.api.stream.LiveParts;
import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Gate;
import io.runwisp.auth.gate.GateRules;
import io.runwisp.auth.login.LoginRoom;
import io.runwisp.auth.login.SessionTokens;
import io.runwisp.auth.request.HostRule;
import io.runwisp.auth.request.SessionCookies;
import io.runwisp.config.Config;
import io.runwisp.config.language.DaemonKeys;
import io.runwisp.daemon.boot.Prepared;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.output.LogArea;
import io.runwisp.retention.RetentionWork;
import io.runwisp.retention.UndoWindow;
import io.runwisp.store.RunStore;
import io.runwisp.wire.event.EventName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Joins what people and programs can ask to what answers it.
 *
 * @param api the daemon of this process
 * @param room every stream that is open
 * @param figures the page of figures
 */
record ApiParts(LocalDaemonApi api, Gate gate, Front front, StreamRoom room, Supplier<String> figures) {

    /** What is the same for every daemon of this program. */
    record Surroundings(String version, String hostName, Path workDir, Clocks clocks, DaemonLog log, Door door) {
    }

    /**
     * What this daemon has.
     *
     * @param stopping true once the daemon is about to end
     */
    record Daemon(Prepared<Config, StoreDatabase> prepared, Machinery machinery, Reloader reloader, LiveParts live,
            LocalUnits units, LogArea area, UndoWindow undo, RetentionWork retention, AtomicBoolean stopping) {
    }

    static ApiParts of(Surroundings around, Daemon daemon) {
        StoreDatabase database = daemon.prepared().database();
        RunStore store = database.store();
        Clocks clocks = around.clocks();
        Door door = around.door();
        Config config = daemon.prepared().configuration();
        LoginRoom login = new LoginRoom(daemon.prepared().password(), clocks.monotonic(), SecureRandom::new);
        Gate gate = new Gate(door.mode(), login, new SessionTokens(daemon.prepared().secret().secret(), clocks.wall()),
                new SessionCookies(door.port()), rules(door, config));
        HostParts host = HostParts.of(
                new LocalHost.Facts(around.version(), daemon.prepared().fingerprint().text(), door.port(),
                        ProcessHandle.current().pid(), daemon.prepared().directory().path(),
                        door.mode() == AuthMode.OFF, around.hostName(), around.workDir()),
                database, daemon.machinery(), clocks,
                new HostParts.Others(daemon.reloader(), daemon.reloader()::reload, login::ticket,
                        daemon.stopping()::get, daemon.live().hub()::listeners,
                        event -> daemon.live().announce(EventName.SYSTEM, event)));
        JournalPen pen = new JournalPen(store.journal());
        EngineDoor engine = new EngineDoor(daemon.machinery()::ask);
        LocalDaemonApi api = new LocalDaemonApi(host.host(), daemon.units(),
                new LocalRuns(store.runs(), daemon.area(),
                        new BulkDeletion(store.batches(), pen, daemon.undo(), clocks.wall(),
                                daemon.retention()::deleted),
                        engine),
                new LocalLogs(store.runs(), new LogPlaces(daemon.prepared().directory().logs()), clocks.monotonic()),
                host.bell(), new LocalStreams(daemon.live()));
        StreamRoom room = new StreamRoom(clocks.monotonic(), database.timer()::after);
        Supplier<String> figures = host.figures()::text;
        Front front = Routes.front(gate, new Routes.Parts(api, daemon.units(),
                new StreamDesk(daemon.live(), room, clocks.monotonic()), host.health(),
                MetricsPlace.of(config) instanceof MetricsPlace.WithTheApi ? figures : null,
                new HookTokens(daemon.reloader()::config), clocks.wall(), clocks.monotonic()),
                FrontDoor.fault(around.log()));
        return new ApiParts(api, gate, front, room, figures);
    }

    /** What lies ahead and why, and the units: they are needed before the rest, because streams show them. */
    static LocalUnits units(RunStore store, Machinery machinery, Reloader reloader, Clocks clocks) {
        return new LocalUnits(reloader, new EngineDoor(machinery::ask), store.runs(),
                new LocalForesight(reloader, store.facts(), machinery::ask, clocks.wall(),
                        io.runwisp.wire.run.Run::of),
                clocks.wall());
    }

    /** What the configuration says about the door. */
    static GateRules rules(Door door, Config config) {
        return new GateRules(
                HostRule.of(door.host(), Optional.ofNullable(config.daemon().daemon().get(DaemonKeys.EXTERNAL_URL))),
                door.proxies(config));
    }
}
