package io.runwisp.client;

import io.runwisp.wire.event.EventName;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import io.runwisp.wire.log.LogRotated;
import io.runwisp.wire.log.TaggedLine;
import java.util.Optional;

/** What a stream of lines tells. */
public sealed interface LogEvent {

    /** A line of a run. */
    record Line(LogLine line) implements LogEvent {
    }

    /** A line of one replica of a service. */
    record ServiceLine(TaggedLine line) implements LogEvent {
    }

    /** Lines at the beginning are gone. */
    record Rotated(LogRotated rotation) implements LogEvent {
    }

    /** Lines are not told; they are in the log. */
    record Dropped(LogDropped gap) implements LogEvent {
    }

    /** What a stream shows below its last line. */
    record Region(LogRegion region) implements LogEvent {
    }

    /** The log is complete. */
    record Done(LogDone end) implements LogEvent {
    }

    /**
     * What a frame of the log of a run says; empty for a sign of life and for what a newer daemon may send.
     *
     * @throws WireFault when its data is not that of its name
     */
    static Optional<LogEvent> read(EventFrame frame) {
        return EventName.ofWord(frame.name())
            .flatMap(name -> name == EventName.LINE
                    ? Optional.of(new Line(WireJson.read(LogLine.class, frame.data())))
                    : other(name, frame.data()));
    }

    /**
     * The same for the log of a whole service.
     *
     * @throws WireFault when its data is not that of its name
     */
    static Optional<LogEvent> readTagged(EventFrame frame) {
        return EventName.ofWord(frame.name())
            .flatMap(name -> name == EventName.LINE
                    ? Optional.of(new ServiceLine(WireJson.read(TaggedLine.class, frame.data())))
                    : other(name, frame.data()));
    }

    private static Optional<LogEvent> other(EventName name, String data) {
        return Optional.ofNullable(switch (name) {
            case ROTATED -> new Rotated(WireJson.read(LogRotated.class, data));
            case DROPPED -> new Dropped(WireJson.read(LogDropped.class, data));
            case REGION -> new Region(WireJson.read(LogRegion.class, data));
            case DONE -> new Done(WireJson.read(LogDone.class, data));
            default -> null;
        });
    }
}
