package io.runwisp.api.local;

import io.runwisp.api.stream.EventKinds;
import io.runwisp.api.stream.LiveParts;
import io.runwisp.api.stream.LogTiding;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.LogEvent;
import io.runwisp.client.StreamListener;
import io.runwisp.client.StreamOperations;
import io.runwisp.client.Subscription;
import io.runwisp.output.read.FollowStart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes on, told in this process. Each subscription has a virtual thread, which alone calls its listener. */
public record LocalStreams(LiveParts parts) implements StreamOperations {

    @Override
    public Subscription events(@Nullable Long after, StreamListener<DaemonEvent> listener) {
        return Pump.begin(parts.events(after, EventKinds.ALL), DaemonEvent::read, listener);
    }

    @Override
    public Subscription daemonLog(StreamListener<String> listener) {
        return Pump.begin(parts.daemonLog(), Optional::of, listener);
    }

    @Override
    public Subscription logStream(String unit, String run, long from, int replay, StreamListener<LogEvent> listener) {
        return Pump.begin(parts.log(unit, run, new FollowStart.At(from), replay), LocalStreams::event, listener);
    }

    @Override
    public Subscription serviceLogStream(String service, int replay, StreamListener<LogEvent> listener) {
        return Pump.begin(parts.serviceLog(service, replay, null), LocalStreams::event, listener);
    }

    private static Optional<LogEvent> event(LogTiding tiding) {
        return Optional.of(tiding.event());
    }
}
