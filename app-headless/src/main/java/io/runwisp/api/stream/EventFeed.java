package io.runwisp.api.stream;

import io.runwisp.client.EventFrame;
import io.runwisp.event.EventHub;
import io.runwisp.event.EventSubscription;
import io.runwisp.event.Tiding;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.unit.TaskResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happens at the daemon. Events about a unit are completed when they are taken: with the unit as it is then. */
public final class EventFeed implements Feed<EventFrame> {

    private static final String UNIT_UPDATED = EventName.UNIT_UPDATED.word();

    private final Waker waker = new Waker();
    private final EventSubscription subscription;
    private final Function<String, @Nullable TaskResponse> units;
    private boolean slow;

    /**
     * Begins.
     *
     * @param after the number behind which to begin, or null to hear of what comes only
     * @param units what a unit is now; null when there is none of this name
     */
    public EventFeed(EventHub hub, @Nullable Long after, EventKinds kinds,
            Function<String, @Nullable TaskResponse> units) {
        this.units = units;
        subscription = hub.subscribe(after, kinds::include, waker);
    }

    @Override
    public List<EventFrame> poll() {
        return subscription.poll().stream().map(this::frame).toList();
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public String place() {
        return Long.toString(subscription.position());
    }

    @Override
    public boolean wasSlow() {
        return slow;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private EventFrame frame(Tiding tiding) {
        return switch (tiding) {
            case Tiding.Event(long seq, String kind, String payload) -> new EventFrame(
                    seq == Tiding.Event.EPHEMERAL ? null : Long.toString(seq), kind,
                    kind.equals(UNIT_UPDATED) ? completed(payload) : payload);
            case Tiding.Lost(String reason, long position, boolean own) -> {
                slow |= own;
                yield new EventFrame(Long.toString(position), EventName.RESYNC.word(),
                        WireJson.text(new Resync(reason)));
            }
        };
    }

    private String completed(String payload) {
        UnitEvent event = WireJson.read(UnitEvent.class, payload);
        String name = event.taskName();
        return name == null
                ? payload
                : WireJson.text(new UnitEvent(name, event.message(), units.apply(name)));
    }
}
