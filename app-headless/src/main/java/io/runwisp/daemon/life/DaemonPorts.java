package io.runwisp.daemon.life;

import io.runwisp.api.local.LocalUnits;
import io.runwisp.api.local.UnitNews;
import io.runwisp.api.metrics.MetricsPlace;
import io.runwisp.api.reload.Reloader;
import io.runwisp.api.stream.LiveParts;
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
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.model.UlidSequence;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.LogArea;
import io.runwisp.retention.RetentionWork;
import io.runwisp.retention.Sweeper;
import io.runwisp.retention.UndoWindow;
import io.runwisp.wire.event.ConfigStale;
import io.runwisp.wire.event.EventName;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of a start that need a database and an engine. */
final class DaemonPorts implements BootPorts<Config, StoreDatabase, Serving> {

    private final Config config;
    private final Reloader.Source source;
    private @Nullable Reloader reloader;
    private final Clocks clocks;
    private final DaemonLog log;
    private final Banner banner;
    private final ApiParts.Surroundings around;
    private final AtomicBoolean stopping = new AtomicBoolean();
    /** Set within the last step: the engine and the reloader are there before those whom they tell. */
    private volatile Consumer<Set<String>> news = _ -> {
    };
    private final AtomicReference<@Nullable Announced> serving = new AtomicReference<>();

    DaemonPorts(Config config, Reloader.Source source, ApiParts.Surroundings around, Banner banner) {
        this.config = config;
        this.source = source;
        this.around = around;
        this.clocks = around.clocks();
        this.log = around.log();
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
        return new Aftermath(database, ringing(database), Definitions.of(configuration), clocks, log)
            .clear(_ -> true, EngineRules.of(configuration).shutdownTimeout());
    }

    @Override
    public StepResult<Serving> serve(Prepared<Config, StoreDatabase> prepared) {
        StoreDatabase database = prepared.database();
        RunJournalSnapshot past = database.store().journal().recover();
        log.ring().hide(prepared.password().text());
        banner.show(prepared, past);
        LocalLogDisk disk = new LocalLogDisk();
        LogArea area = new LogArea(prepared.directory().logs(), disk);
        UndoWindow undo = new UndoWindow(database.store().retention().newestDeletion(), clocks.monotonic());
        RetentionWork retention = new RetentionWork(
                new Sweeper(database.store().retention(), area, database.store().journal()), undo, KeepRules.of(config),
                clocks.wall()::now);
        RingingJournal bell = ringing(database);
        LineBus bus = new LineBus();
        Machinery machinery = new Machinery(new Machinery.Parts(EngineRules.of(config), Definitions.of(config),
                bell, new FileOutputSink(prepared.directory().logs(), disk, clocks.wall(), config.zone(), bus),
                clocks, log, new RunLines(log)::committed, () -> {
                    retention.sweep();
                    tidy(bell);
                }, units -> news.accept(units)));
        database.relay().tell(machinery::tell);
        new RetentionThread(retention, log).start();
        Reloader taking = new Reloader(config, new Reloader.Parts(source, machinery::ask, clocks.wall(),
                clocks.monotonic(), new Taken(retention, bell)));
        reloader = taking;
        LocalUnits units = ApiParts.units(database.store(), machinery, taking, clocks);
        LiveParts live = LiveWiring.of(database, past.lastEventSequence(), prepared.directory().logs(), bus, log.ring(),
                units::find);
        news = new UnitNews(() -> live.hub().listeners() > 0, database.timer()::after, live::announce);
        ApiParts parts = ApiParts.of(around, new ApiParts.Daemon(prepared, machinery, taking, live, units, area, undo,
                retention, stopping));
        serving.set(new Announced(parts, live));
        FrontDoor door = new FrontDoor(around.door(), parts.room());
        Optional<Refusal> refusal = door.open(parts.front(), parts.gate(), MetricsPlace.of(config), parts.figures(),
                log);
        if (refusal.isPresent()) {
            machinery.close();
            return new StepResult.Failed<>(refusal.get());
        }
        machinery.begin(past);
        return new StepResult.Done<>(new Serving(machinery, door));
    }

    private record Announced(ApiParts parts, LiveParts live) {
    }

    /** What follows when another configuration is in force, or could be. */
    private final class Taken implements Reloader.Listener {

        private final RetentionWork retention;
        private final RingingJournal bell;

        Taken(RetentionWork retention, RingingJournal bell) {
            this.retention = retention;
            this.bell = bell;
        }

        @Override
        public void taken(Config now) {
            retention.policies(KeepRules.of(now));
            bell.follow(BellRules.of(now));
            Announced announced = serving.get();
            if (announced != null) {
                announced.parts().gate().follow(ApiParts.rules(around.door(), now));
            }
        }

        @Override
        public void stale(boolean now) {
            if (now) {
                log.info("the configuration on the disk differs from what is in force;"
                        + " a reload (SIGHUP) takes it");
            }
            Announced announced = serving.get();
            if (announced != null) {
                announced.live().announce(EventName.CONFIG_STALE, new ConfigStale(now));
            }
        }
    }

    /** From now on the daemon is about to end. */
    void stop() {
        stopping.set(true);
    }

    /** What takes the configuration anew; there from the last step on. */
    Reloader reloader() {
        return Objects.requireNonNull(reloader, "the daemon does not serve yet");
    }

    private RingingJournal ringing(StoreDatabase database) {
        UlidSequence ids = new UlidSequence(() -> clocks.wall().now().toEpochMilli(), new SecureRandom());
        return new RingingJournal(database.store().journal(), () -> ids.next().text(), BellRules.of(config));
    }

    /** What the bell forgets is not worth a wait: if the journal does not take it now, it does at the next sweep. */
    private void tidy(RingingJournal bell) {
        var _ = bell.write(List.of(bell.tidying(clocks.wall().now())), new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                // Nothing waits for it.
            }

            @Override
            public void refused(String reason) {
                log.warn("the bell could not forget its oldest rows: " + reason);
            }
        });
    }
}
