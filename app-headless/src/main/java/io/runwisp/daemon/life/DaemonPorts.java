package io.runwisp.daemon.life;

import io.runwisp.api.http.Answering;
import io.runwisp.api.http.Patience;
import io.runwisp.api.local.LocalUnits;
import io.runwisp.api.metrics.MetricsPlace;
import io.runwisp.api.reload.Reloader;
import io.runwisp.api.sse.StreamRoom;
import io.runwisp.bell.BellRules;
import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.daemon.boot.BootPorts;
import io.runwisp.daemon.boot.Prepared;
import io.runwisp.daemon.boot.Reconciliation;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Refusal;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.model.UlidSequence;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The steps of a start that need a database and an engine. */
final class DaemonPorts implements BootPorts<Config, StoreDatabase, Serving> {

    private final Config config;
    private final Start start;
    private final Clocks clocks;
    private final DaemonLog log;
    private final Banner banner;
    /** The newest event before this life of the daemon: what a dead one left is told too. */
    private long before;

    /**
     * How the daemon was started.
     *
     * @param directory where
     * @param source reads the configuration anew
     * @param around what stands between the port and the operations, and sees every exchange
     * @param pace how fast those who read streams must be
     */
    record Start(Door door, String version, Path directory, Reloader.Source source, UnaryOperator<Answering> around,
            StreamRoom.Pace pace) {
    }

    DaemonPorts(Config config, Start start, Clocks clocks, DaemonLog log, Banner banner) {
        this.config = config;
        this.start = start;
        this.clocks = clocks;
        this.log = log;
        this.banner = banner;
    }

    /** It was read before the first step. */
    @Override
    public StepResult<Config> loadConfiguration() {
        return new StepResult.Done<>(config);
    }

    @Override
    public StepResult<StoreDatabase> openDatabase(DataDirectory directory, Config configuration) {
        return StoreDatabase.open(directory, new JournalRelay(log));
    }

    @Override
    public StepResult<Reconciliation> reconcile(Config configuration, StoreDatabase database) {
        if (Notices.wanted(configuration)) {
            before = database.store().events().range().last();
        }
        return new Aftermath(database, ringing(database), Definitions.of(configuration), clocks, log)
            .clear(_ -> true, EngineRules.of(configuration).shutdownTimeout());
    }

    @Override
    public StepResult<Serving> serve(Prepared<Config, StoreDatabase> prepared) {
        RunJournalSnapshot past = prepared.database().store().journal().recover();
        log.ring().hide(prepared.password().text());
        banner.show(prepared, past);
        start.door().warnings(config).forEach(log::warn);
        return switch (Listeners.bind(start.door(), MetricsPlace.of(config),
                Patience.usual(clocks.monotonic(), prepared.database().timer()::after))) {
            case StepResult.Failed<Listeners>(Refusal refusal) -> new StepResult.Failed<>(refusal);
            case StepResult.Done<Listeners>(Listeners listeners) -> {
                boolean begun = false;
                try {
                    Serving serving = begin(prepared, past, listeners);
                    begun = true;
                    yield new StepResult.Done<>(serving);
                } finally {
                    if (!begun) {
                        listeners.close();
                    }
                }
            }
        };
    }

    /** The port is ours, and the first who ask wait already; then the engine begins. */
    private Serving begin(Prepared<Config, StoreDatabase> prepared, RunJournalSnapshot past, Listeners listeners) {
        AtomicReference<@Nullable LocalUnits> units = new AtomicReference<>();
        RingingJournal bell = ringing(prepared.database());
        EngineWiring engine = EngineWiring.of(prepared, bell, past.lastEventSequence(), clocks,
                log, name -> {
                    LocalUnits known = units.get();
                    return known == null ? null : known.find(name);
                });
        AtomicBoolean ending = new AtomicBoolean();
        Notices notices = new Notices(new Notices.Joined(prepared.database(), engine.live().hub(), bell, clocks, log,
                prepared.fingerprint().text(), start.version()));
        ApiWiring api = ApiWiring.of(new ApiWiring.Ground(prepared, engine, start.door(), listeners.api().port(),
                start.version(), start.directory(), start.source(), start.pace(), clocks, log, ending, notices));
        units.set(api.units());
        new RetentionThread(engine.retention(), log).start();
        notices.begin(config, before);
        prepared.database().relay().watch(notices);
        engine.machinery().begin(past);
        listeners.open(start.around().apply(api.front()), api.figures());
        notices.started();
        return new Serving(engine.machinery(), api, listeners, ending, notices);
    }

    private RingingJournal ringing(StoreDatabase database) {
        UlidSequence ids = new UlidSequence(() -> clocks.wall().now().toEpochMilli(), new SecureRandom());
        return new RingingJournal(database.store().journal(), () -> ids.next().text(), BellRules.of(config));
    }
}
