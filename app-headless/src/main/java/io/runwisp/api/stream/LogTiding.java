package io.runwisp.api.stream;

import io.runwisp.client.EventFrame;
import io.runwisp.client.LogEvent;
import io.runwisp.wire.event.EventName;
import io.runwisp.wire.json.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * The next thing that a stream of lines tells.
 *
 * @param id what to go on behind, or null when it cannot be gone on behind it
 */
public record LogTiding(@Nullable String id, LogEvent event) {

    /** As it goes over the wire. */
    public EventFrame frame() {
        return switch (event) {
            case LogEvent.Line(var line) -> frame(EventName.LINE, line);
            case LogEvent.ServiceLine(var line) -> frame(EventName.LINE, line);
            case LogEvent.Rotated(var rotation) -> frame(EventName.ROTATED, rotation);
            case LogEvent.Dropped(var gap) -> frame(EventName.DROPPED, gap);
            case LogEvent.Region(var region) -> frame(EventName.REGION, region);
            case LogEvent.Done(var end) -> frame(EventName.DONE, end);
        };
    }

    private EventFrame frame(EventName name, Record data) {
        return new EventFrame(id, name.word(), WireJson.text(data));
    }
}
