package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import io.runwisp.output.terminal.StreamText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the streams of a log show below their last lines: told to those who follow whenever it has changed. */
final class Regions {

    private final LineBus.Channel channel;
    private final Map<LogStream, LiveRegion> shown = new EnumMap<>(LogStream.class);

    Regions(LineBus.Channel channel) {
        this.channel = channel;
    }

    void show(LogStream stream, StreamText text) {
        if (!channel.isFollowed()) {
            shown.clear();
            return;
        }
        LiveRegion before = shown.getOrDefault(stream, new LiveRegion(stream, 0, List.of()));
        List<String> rows = text.region();
        if (!rows.equals(before.rows())) {
            LiveRegion region = new LiveRegion(stream, before.epoch() + 1, rows);
            shown.put(stream, region);
            channel.publish(region);
        }
    }
}
