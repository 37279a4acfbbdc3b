package io.runwisp.daemon.life;

import io.runwisp.api.stream.DaemonLines;
import io.runwisp.api.stream.LiveParts;
import io.runwisp.api.stream.StoredEvents;
import io.runwisp.api.stream.StoredLogs;
import io.runwisp.daemon.log.LineRing;
import io.runwisp.event.EventHub;
import io.runwisp.output.LineBus;
import io.runwisp.store.RunStore;
import io.runwisp.wire.unit.TaskResponse;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins what streams are made of to the journal, the logs and the daemon's own log. */
final class LiveWiring {

    private LiveWiring() {
    }

    /**
     * The parts; from here on the hub hears of every commit.
     *
     * @param lastEvent the number of the newest event; nothing is committed while this is called
     */
    static LiveParts of(StoreDatabase database, long lastEvent, Path logs, LineBus bus, LineRing ring,
            Function<String, @Nullable TaskResponse> units) {
        RunStore store = database.store();
        EventHub hub = new EventHub(new StoredEvents(store.events()), lastEvent);
        database.relay().hear(hub::committed);
        return new LiveParts(hub, new StoredLogs(store.runs(), logs, bus), new RememberedLines(ring), units);
    }

    private record RememberedLines(LineRing ring) implements DaemonLines {

        @Override
        public Stretch newest(int most) {
            return stretch(ring.newest(most));
        }

        @Override
        public Stretch from(long number, int most) {
            return stretch(ring.from(number, most));
        }

        @Override
        public void watch(Runnable wake) {
            ring.watch(wake);
        }

        @Override
        public void unwatch(Runnable wake) {
            ring.unwatch(wake);
        }

        private static Stretch stretch(LineRing.Stretch lines) {
            return new Stretch(lines.next(), lines.lines());
        }
    }
}
