package io.runwisp.daemon.life;

import io.runwisp.api.reload.Reloader;
import io.runwisp.bell.BellRules;
import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.daemon.boot.BootPorts;
import io.runwisp.daemon.boot.Prepared;
import io.runwisp.daemon.boot.Reconciliation;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.data.DataDirectory;
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
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of a start that need a database and an engine. */
final class DaemonPorts implements BootPorts<Config, StoreDatabase, Machinery> {

    private final Config config;
    private final Reloader.Source source;
    private @Nullable Reloader reloader;
    private final Clocks clocks;
    private final DaemonLog log;
    private final Banner banner;

    DaemonPorts(Config config, Reloader.Source source, Clocks clocks, DaemonLog log, Banner banner) {
        this.config = config;
        this.source = source;
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
        return new Aftermath(database, ringing(database), Definitions.of(configuration), clocks, log)
            .clear(_ -> true, EngineRules.of(configuration).shutdownTimeout());
    }

    @Override
    public StepResult<Machinery> serve(Prepared<Config, StoreDatabase> prepared) {
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
        Machinery machinery = new Machinery(new Machinery.Parts(EngineRules.of(config), Definitions.of(config),
                bell,
                new FileOutputSink(prepared.directory().logs(), disk, clocks.wall(), config.zone(), new LineBus()),
                clocks, log, new RunLines(log)::committed, () -> {
                    retention.sweep();
                    tidy(bell);
                }, _ -> {
                }));
        database.relay().tell(machinery::tell);
        new RetentionThread(retention, log).start();
        reloader = reloader(machinery, retention);
        machinery.begin(past);
        return new StepResult.Done<>(machinery);
    }

    /** What takes the configuration anew; there from the last step on. */
    Reloader reloader() {
        return Objects.requireNonNull(reloader, "the daemon does not serve yet");
    }

    private Reloader reloader(Machinery machinery, RetentionWork retention) {
        return new Reloader(config, new Reloader.Parts(source, machinery::ask, clocks.wall(), clocks.monotonic(),
                new Reloader.Listener() {
                    @Override
                    public void taken(Config now) {
                        retention.policies(KeepRules.of(now));
                    }

                    @Override
                    public void stale(boolean now) {
                        if (now) {
                            log.info("the configuration on the disk differs from what is in force;"
                                    + " a reload (SIGHUP) takes it");
                        }
                    }
                }));
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
