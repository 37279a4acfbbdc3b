package io.runwisp.api.stream;

import io.runwisp.client.LogEvent;
import io.runwisp.model.Run;
import io.runwisp.output.LiveRegion;
import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.FollowEvent;
import io.runwisp.wire.log.LineStream;
import io.runwisp.wire.log.LogDone;
import io.runwisp.wire.log.LogDropped;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogRegion;
import io.runwisp.wire.log.LogRotated;
import io.runwisp.wire.log.TaggedLine;
import org.jspecify.annotations.Nullable;

/** What is followed in a log, in the words of the API. */
final class FollowedLines {

    private static final String ENDED = "ended";

    private FollowedLines() {
    }

    /** Of one run. */
    static LogEvent of(FollowEvent event) {
        return event instanceof FollowEvent.Line(var line) ? new LogEvent.Line(wire(line)) : other(event, null);
    }

    /** Of one run among several. */
    static LogEvent tagged(Run run, FollowEvent event) {
        return event instanceof FollowEvent.Line(var line)
                ? new LogEvent.ServiceLine(new TaggedLine(run.id().text(), run.replicaIndex(), wire(line)))
                : other(event, run.id().text());
    }

    /** The end of a log. */
    static LogEvent.Done done(long finalLine) {
        return new LogEvent.Done(new LogDone(finalLine, ENDED));
    }

    private static LogEvent other(FollowEvent event, @Nullable String run) {
        return switch (event) {
            case FollowEvent.Line _ -> throw new IllegalArgumentException("a line is not another event");
            case FollowEvent.Rotated(long first) -> new LogEvent.Rotated(new LogRotated(first, run));
            case FollowEvent.Dropped(long after, long count) -> new LogEvent.Dropped(new LogDropped(after, count, run));
            case FollowEvent.Region(LiveRegion region) -> new LogEvent.Region(
                    new LogRegion(word(region.stream()), region.epoch(), region.rows(), run));
            case FollowEvent.Done(long last) -> done(last);
        };
    }

    private static LogLine wire(io.runwisp.output.read.LogLine line) {
        return new LogLine(line.number(), line.millis(), word(line.stream()), line.text(),
                line.continued() ? true : null);
    }

    private static String word(LogStream stream) {
        return switch (stream) {
            case STDOUT -> LineStream.STDOUT.word();
            case STDERR -> LineStream.STDERR.word();
            case SYSTEM -> LineStream.SYSTEM.word();
        };
    }
}
