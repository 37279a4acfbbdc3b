package io.runwisp.store;

import io.runwisp.store.StateMapper.EventRow;
import java.time.Instant;
import java.util.List;

/** The committed events, for clients that come back. The newest {@link #KEPT} are there. */
public final class EventLog {

    /** How many events are kept. */
    public static final int KEPT = ChangeWriter.KEPT_EVENTS;

    private final Readers readers;

    EventLog(Readers readers) {
        this.readers = readers;
    }

    /**
     * An event as it was committed.
     *
     * @param payload what subscribers get, as JSON
     */
    public record Event(long seq, String kind, Instant at, String payload) {
    }

    /**
     * Which events are there.
     *
     * @param first the number of the oldest, 0 when there is none
     * @param last the number of the newest, 0 when there is none
     */
    public record Range(long first, long last) {

        /** Whether a client that has seen everything up to this number can go on without a gap. */
        public boolean continues(long seen) {
            return seen <= last && seen >= first - 1;
        }
    }

    /** The events after this one, oldest first. */
    public List<Event> after(long seq, int limit) {
        return readers.ask(session -> session.getMapper(StateMapper.class)
            .eventsAfter(seq, limit)
            .stream()
            .map(EventLog::event)
            .toList());
    }

    /** Which events are there. */
    public Range range() {
        return readers.ask(session -> {
            StateMapper mapper = session.getMapper(StateMapper.class);
            return new Range(mapper.firstEvent(), mapper.lastEvent());
        });
    }

    private static Event event(EventRow row) {
        return new Event(row.seq(), row.kind(), InstantText.read(row.at()), row.payload());
    }
}
