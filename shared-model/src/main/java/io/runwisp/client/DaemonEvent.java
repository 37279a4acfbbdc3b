package io.runwisp.client;

import io.runwisp.wire.event.ConfigStale;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.event.NotificationEvent;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.event.RunDeleted;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.event.SystemEvent;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.event.UnreadEvent;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import java.util.Optional;

/** What happens at a daemon. */
public sealed interface DaemonEvent {

    /** A run has come further. What it came to stands in its end reason, whatever the name. */
    record RunChanged(EventName name, RunEvent event) implements DaemonEvent {
    }

    /** A run is gone. */
    record RunGone(RunDeleted event) implements DaemonEvent {
    }

    /** Something about a unit has changed. */
    record UnitChanged(UnitEvent event) implements DaemonEvent {
    }

    /** A row of the bell is new or has changed. */
    record BellChanged(EventName name, NotificationEvent event) implements DaemonEvent {
    }

    /** Rows of the bell were read or became unread. */
    record UnreadChanged(UnreadEvent event) implements DaemonEvent {
    }

    /** What the machine does. */
    record MachineSampled(SystemEvent event) implements DaemonEvent {
    }

    /** The configuration on disk has come to differ from what is in force, or no longer differs. */
    record ConfigDiffers(ConfigStale event) implements DaemonEvent {
    }

    /** Events were lost: fetch everything anew. */
    record EventsLost(Resync event) implements DaemonEvent {
    }

    /**
     * What a frame says; empty for a sign of life and for what a newer daemon may send.
     *
     * @throws WireFault when its data is not that of its name
     */
    static Optional<DaemonEvent> read(EventFrame frame) {
        return EventName.ofWord(frame.name()).flatMap(name -> read(name, frame.data()));
    }

    private static Optional<DaemonEvent> read(EventName name, String data) {
        return Optional.ofNullable(switch (name) {
            case RUN_CREATED, RUN_STARTED, RUN_UPDATED, RUN_COMPLETED, RUN_FAILED ->
                new RunChanged(name, WireJson.read(RunEvent.class, data));
            case RUN_DELETED -> new RunGone(WireJson.read(RunDeleted.class, data));
            case UNIT_UPDATED -> new UnitChanged(WireJson.read(UnitEvent.class, data));
            case NOTIFICATION_CREATED, NOTIFICATION_UPDATED ->
                new BellChanged(name, WireJson.read(NotificationEvent.class, data));
            case NOTIFICATIONS_UNREAD_COUNT_CHANGED -> new UnreadChanged(WireJson.read(UnreadEvent.class, data));
            case SYSTEM -> new MachineSampled(WireJson.read(SystemEvent.class, data));
            case CONFIG_STALE -> new ConfigDiffers(WireJson.read(ConfigStale.class, data));
            case RESYNC -> new EventsLost(WireJson.read(Resync.class, data));
            case PING, LINE, ROTATED, DROPPED, REGION, DONE -> null;
        });
    }
}
