package io.runwisp.store;

import io.runwisp.api.stream.StoredEvents;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalListener;
import io.runwisp.event.EventHub;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A database on a real disk that has to stay well, and the hub that hears what is written. Its end fails when it was not. */
public final class SoundStore implements AutoCloseable {

    private final Watch watch = new Watch();
    private final RunStore store;
    private final EventHub hub;

    private static final class Watch implements RunJournalListener {

        private final List<String> troubles = new CopyOnWriteArrayList<>();
        private volatile @Nullable EventHub hub;

        @Override
        public void committed(List<RunJournalChange> batch, List<Long> eventSequences) {
            EventHub hearing = hub;
            if (hearing != null) {
                hearing.committed(batch, eventSequences);
            }
        }

        @Override
        public void stalled(String reason) {
            troubles.add("stalled: " + reason);
        }

        @Override
        public void recovered() {
            troubles.add("recovered");
        }

        @Override
        public void receiptFailed(RuntimeException defect) {
            troubles.add("defect: " + defect);
        }
    }

    /** Opens the database of a directory, which may be there already. */
    public SoundStore(Path directory) {
        store = Stores.open(directory.resolve("runwisp.db"), (_, _) -> {
            // It does not stall; if it does, whoever waits for it fails.
        }, watch);
        hub = new EventHub(new StoredEvents(store.events()), store.journal().recover().lastEventSequence());
        watch.hub = hub;
    }

    /** The store. */
    public RunStore store() {
        return store;
    }

    /** The hub, which has heard all that was written since. */
    public EventHub hub() {
        return hub;
    }

    @Override
    public void close() {
        store.close();
        if (!watch.troubles.isEmpty()) {
            throw new AssertionError(watch.troubles);
        }
    }
}
