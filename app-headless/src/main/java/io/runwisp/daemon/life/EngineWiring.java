package io.runwisp.daemon.life;

import io.runwisp.api.local.UnitNews;
import io.runwisp.api.stream.LiveParts;
import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.daemon.boot.Prepared;
import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.output.FileOutputSink;
import io.runwisp.output.LineBus;
import io.runwisp.output.LocalLogDisk;
import io.runwisp.output.LogArea;
import io.runwisp.retention.RetentionWork;
import io.runwisp.retention.Sweeper;
import io.runwisp.retention.UndoWindow;
import io.runwisp.store.RunStore;
import io.runwisp.wire.unit.TaskResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine, joined to what carries out its decisions and to what tells others of them. Nothing of it has begun.
 *
 * @param live what streams are made of
 */
record EngineWiring(Machinery machinery, RingingJournal bell, LiveParts live, RetentionWork retention, UndoWindow undo,
        LogArea area) {

    /**
     * Joins it.
     *
     * @param lastEvent the number of the newest event; nothing is committed while this is called
     * @param units what a unit is now
     */
    static EngineWiring of(Prepared<Config, StoreDatabase> prepared, RingingJournal bell, long lastEvent, Clocks clocks,
            DaemonLog log, Function<String, @Nullable TaskResponse> units) {
        Config config = prepared.configuration();
        StoreDatabase database = prepared.database();
        RunStore store = database.store();
        LocalLogDisk disk = new LocalLogDisk();
        LineBus bus = new LineBus();
        LogArea area = new LogArea(prepared.directory().logs(), disk);
        UndoWindow undo = new UndoWindow(store.retention().newestDeletion(), clocks.monotonic());
        RetentionWork retention = new RetentionWork(new Sweeper(store.retention(), area, store.journal()), undo,
                KeepRules.of(config), clocks.wall()::now);
        LiveParts live = LiveWiring.of(database, lastEvent, prepared.directory().logs(), bus, log.ring(), units);
        Machinery machinery = new Machinery(new Machinery.Parts(EngineRules.of(config), Definitions.of(config), bell,
                new FileOutputSink(prepared.directory().logs(), disk, clocks.wall(), config.zone(), bus), clocks, log,
                new RunLines(log)::committed, () -> {
                    retention.sweep();
                    tidy(bell, clocks, log);
                }, new UnitNews(() -> live.hub().listeners() > 0, database.timer()::after, live::announce)));
        database.relay().tell(machinery::tell);
        return new EngineWiring(machinery, bell, live, retention, undo, area);
    }

    /** What the bell forgets is not worth a wait: if the journal does not take it now, it does at the next sweep. */
    private static void tidy(RingingJournal bell, Clocks clocks, DaemonLog log) {
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
