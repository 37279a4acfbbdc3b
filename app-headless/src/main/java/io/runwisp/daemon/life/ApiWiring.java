package io.runwisp.daemon.life;

import io.runwisp.api.foresight.LocalForesight;
import io.runwisp.api.ground.EngineDoor;
import io.runwisp.api.http.Front;
import io.runwisp.api.http.HookTokens;
import io.runwisp.api.http.Routes;
import io.runwisp.api.local.BulkDeletion;
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
import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Gate;
import io.runwisp.auth.login.LoginRoom;
import io.runwisp.auth.login.SessionTokens;
import io.runwisp.auth.request.SessionCookies;
import io.runwisp.bell.BellRules;
import io.runwisp.config.Config;
import io.runwisp.daemon.boot.Prepared;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.RunJournal;
import io.runwisp.model.RunId;
import io.runwisp.store.RunStore;
import io.runwisp.web.Dashboard;
import io.runwisp.web.Sources;
import io.runwisp.wire.event.ConfigStale;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.run.Run;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the API, joined to the engine and the database.
 *
 * @param api all of them, in this process
 * @param units asked for one unit by those who tell of it
 * @param figures what answers where the figures have a place of their own
 */
record ApiWiring(Reloader reloader, LocalDaemonApi api, LocalUnits units, StreamRoom room, Front front,
        @Nullable Front figures) {

    /**
     * What it is joined to.
     *
     * @param port where it listens
     * @param directory where the daemon was started
     * @param source reads the configuration anew
     * @param pace how fast those who read streams must be
     * @param ending true from when the daemon is about to end
     * @param notices what others are told
     */
    record Ground(Prepared<Config, StoreDatabase> prepared, EngineWiring engine, Door door, int port, String version,
            Path directory, Reloader.Source source, StreamRoom.Pace pace, Clocks clocks, DaemonLog log,
            AtomicBoolean ending, Notices notices) {
    }

    static ApiWiring of(Ground ground) {
        Prepared<Config, StoreDatabase> prepared = ground.prepared();
        EngineWiring engine = ground.engine();
        Machinery machinery = engine.machinery();
        Clocks clocks = ground.clocks();
        RunStore store = prepared.database().store();
        RunJournal journal = store.journal();
        Config config = prepared.configuration();
        LoginRoom login = new LoginRoom(prepared.password(), clocks.monotonic(), SecureRandom::new);
        Gate gate = new Gate(ground.door().mode(), login,
                new SessionTokens(prepared.secret().secret(), clocks.wall()), new SessionCookies(ground.port()),
                ground.door().rules(config));
        Reloader reloader = new Reloader(config, new Reloader.Parts(ground.source(), machinery::ask, clocks.wall(),
                clocks.monotonic(), new Followers(ground, gate)));
        EngineDoor door = new EngineDoor(machinery::ask);
        LocalUnits units = new LocalUnits(reloader, door, store.runs(),
                new LocalForesight(reloader, store.facts(), door, clocks.wall(), Run::of), clocks.wall());
        HostParts host = HostParts.of(facts(ground), prepared.database(), machinery, clocks,
                new HostParts.Others(reloader, reloader::reload, login::ticket, ground.ending()::get,
                        engine.live().hub()::listeners,
                        event -> engine.live().announce(EventName.SYSTEM, event)));
        LocalDaemonApi api = new LocalDaemonApi(host.host(), units,
                new LocalRuns(store.runs(), engine.area(),
                        new BulkDeletion(store.batches(), new JournalPen(journal), engine.undo(), clocks.wall(),
                                engine.retention()::deleted),
                        door),
                new LocalLogs(store.runs(), new LogPlaces(prepared.directory().logs()), clocks.monotonic()),
                host.bell(), new LocalStreams(engine.live()));
        StreamRoom room = new StreamRoom(clocks.monotonic(), prepared.database().timer()::after, ground.pace());
        MetricsPlace place = MetricsPlace.of(config);
        BiConsumer<String, Throwable> faults = (what, fault) -> ground.log()
            .error(what + " ran into a fault of its own: " + fault + at(fault));
        StreamDesk streams = new StreamDesk(engine.live(), room, clocks.monotonic());
        Routes.Page page = Dashboard.page(new Sources(api, reloader, params(store), clocks.wall()), streams,
                clocks.monotonic(), faults);
        Front front = Routes.front(gate, new Routes.Parts(api, units, streams, host.health(),
                place instanceof MetricsPlace.WithTheApi ? host.figures()::text : null,
                new HookTokens(reloader::config), page, clocks.wall(), clocks.monotonic()), faults);
        return new ApiWiring(reloader, api, units, room, front,
                place instanceof MetricsPlace.Alone ? Routes.figures(host.figures()::text, faults) : null);
    }

    /** The values that runs were given, which only their pages tell. */
    private static Function<String, Map<String, @Nullable String>> params(RunStore store) {
        return id -> store.runs().find(new RunId(id)).map(run -> run.origin().params()).orElseGet(Map::of);
    }

    private static String at(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private static LocalHost.Facts facts(Ground ground) {
        return new LocalHost.Facts(ground.version(), ground.prepared().fingerprint().text(), ground.port(),
                ProcessHandle.current().pid(), ground.prepared().directory().path(),
                ground.door().mode() == AuthMode.OFF, MachineName.read(), ground.directory());
    }

    /** Those who go by the configuration, and must hear when it is another one. */
    private record Followers(Ground ground, Gate gate) implements Reloader.Listener {

        @Override
        public void taken(Config now) {
            ground.engine().retention().policies(KeepRules.of(now));
            ground.engine().bell().follow(BellRules.of(now));
            gate.follow(ground.door().rules(now));
            ground.notices().follow(now);
        }

        @Override
        public void stale(boolean now) {
            ground.engine().live().announce(EventName.CONFIG_STALE, new ConfigStale(now));
            if (now) {
                ground.log()
                    .info("the configuration on the disk differs from what is in force; a reload (SIGHUP) takes it");
            }
        }
    }
}
