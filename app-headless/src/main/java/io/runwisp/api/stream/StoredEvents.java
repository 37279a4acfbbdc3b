package io.runwisp.api.stream;

import io.runwisp.event.EventHistory;
import io.runwisp.event.Tiding;
import io.runwisp.store.EventLog;
import java.util.List;

/** The history of events in the database. */
public record StoredEvents(EventLog log) implements EventHistory {

    @Override
    public List<Tiding.Event> after(long seq, int limit) {
        return log.after(seq, limit)
            .stream()
            .map(event -> new Tiding.Event(event.seq(), event.kind(), event.payload()))
            .toList();
    }

    @Override
    public long last() {
        return log.range().last();
    }
}
