package io.runwisp.web;

import io.runwisp.client.DaemonEvent;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.RunQuery;
import io.runwisp.live.Picture;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.view.run.Usual;
import io.runwisp.wire.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the daemon while somebody looks, so that it is asked for once: what is so, and the newest runs of units. Thread-safe; nobody waits in here
 * for the database.
 */
final class Sight {

    /** Of so many units the runs are kept in mind; of the others they are asked for each time. */
    private static final int MOST_UNITS = 256;
    private static final int BELL = 50;

    private final JoinedDaemonApi api;
    private final Map<String, List<Run>> recent = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Run>> eldest) {
            return size() > MOST_UNITS;
        }
    };
    private @Nullable Picture picture;
    private @Nullable Boolean unreadBad;
    /** Grows with each event, so that what was asked for before one is not kept after it. */
    private long events;

    Sight(JoinedDaemonApi api) {
        this.api = api;
    }

    /** What is so; null as long as nobody knows. */
    synchronized @Nullable Picture picture() {
        return picture;
    }

    synchronized void see(Picture now) {
        picture = now;
    }

    synchronized void hear(List<DaemonEvent> heard) {
        events++;
        for (DaemonEvent event : heard) {
            switch (event) {
                case DaemonEvent.RunChanged changed -> recent.remove(changed.event().run().taskName());
                case DaemonEvent.RunGone gone -> recent.remove(gone.event().taskName());
                case DaemonEvent.BellChanged _,DaemonEvent.UnreadChanged _ -> unreadBad = null;
                case DaemonEvent.EventsLost _ -> {
                    recent.clear();
                    unreadBad = null;
                }
                case DaemonEvent.UnitChanged _,DaemonEvent.MachineSampled _,DaemonEvent.ConfigDiffers _ -> {
                }
            }
        }
    }

    /** The newest runs of a unit, newest first: so many as what is usual is learned from. */
    List<Run> recent(String unit) {
        long seen;
        synchronized (this) {
            List<Run> known = recent.get(unit);
            if (known != null) {
                return known;
            }
            seen = events;
        }
        List<Run> runs = api.runs(new RunQuery(RunFilter.ofTask(unit), RunSort.NEWEST, Usual.LEARNED_FROM, 0)).runs();
        synchronized (this) {
            if (seen == events) {
                recent.put(unit, runs);
            }
        }
        return runs;
    }

    /** Whether something that nobody has read is an error. */
    boolean unreadBad() {
        long seen;
        synchronized (this) {
            if (unreadBad != null) {
                return unreadBad;
            }
            seen = events;
        }
        boolean bad = api.notifications(BELL, null)
            .items()
            .stream()
            .anyMatch(row -> row.readAt() == null && row.severity().equals(EventSeverity.ERROR.word()));
        synchronized (this) {
            if (seen == events) {
                unreadBad = bad;
            }
        }
        return bad;
    }
}
