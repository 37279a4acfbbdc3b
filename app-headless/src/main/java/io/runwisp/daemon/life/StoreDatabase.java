package io.runwisp.daemon.life;

import io.runwisp.daemon.boot.BootDatabase;
import io.runwisp.daemon.boot.StepResult;
import io.runwisp.data.ConfigEntries;
import io.runwisp.data.DataDirectory;
import io.runwisp.data.Refusal;
import io.runwisp.event.JsonEventText;
import io.runwisp.store.RunStore;
import io.runwisp.time.SystemTimer;

/**
 * The open database of a data directory.
 *
 * @param relay hears of the journal, and hands on to whoever is there to listen
 */
record StoreDatabase(DataDirectory directory, RunStore store, SystemTimer timer,
        JournalRelay relay) implements BootDatabase {

    /** Opens it. */
    static StepResult<StoreDatabase> open(DataDirectory directory, JournalRelay relay) {
        SystemTimer timer = new SystemTimer("runwisp-timer");
        return switch (RunStore.open(directory.database(), timer::after, relay, new JsonEventText())) {
            case RunStore.Opened(RunStore store) ->
                new StepResult.Done<>(new StoreDatabase(directory, store, timer, relay));
            case RunStore.Refused(String text) -> {
                timer.close();
                yield new StepResult.Failed<>(new Refusal("the database cannot be used.", text));
            }
        };
    }

    @Override
    public ConfigEntries entries() {
        return store.configEntries();
    }

    @Override
    public void close() {
        store.close();
        timer.close();
    }
}
