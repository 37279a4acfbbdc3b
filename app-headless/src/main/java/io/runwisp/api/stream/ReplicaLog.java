package io.runwisp.api.stream;

import io.runwisp.client.LogEvent;
import io.runwisp.model.Run;
import io.runwisp.output.read.FollowEvent;
import io.runwisp.output.read.LogFollow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The log of one run among several: what was taken from it and not told yet, and how far the telling has come. */
final class ReplicaLog implements AutoCloseable {

    private final Run run;
    private final LogFollow follow;
    private final Deque<FollowEvent> taken = new ArrayDeque<>();
    private @Nullable Long lastTold;

    ReplicaLog(Run run, LogFollow follow, @Nullable Long lastTold) {
        this.run = run;
        this.follow = follow;
        this.lastTold = lastTold;
    }

    Run run() {
        return run;
    }

    /** The number of the last line that was told, or seen before; null when there is none. */
    @Nullable
    Long lastTold() {
        return lastTold;
    }

    /** Takes more when nothing is left; false when there is nothing for now. */
    boolean isReady() {
        if (taken.isEmpty() && !follow.isDone()) {
            try {
                taken.addAll(follow.poll());
            } catch (IOException e) {
                throw StoredLogs.unreadable(run.id(), e);
            }
        }
        return !taken.isEmpty();
    }

    /** Whether all of it has been told. */
    boolean isOver() {
        return follow.isDone() && taken.isEmpty();
    }

    /** When what comes next was written; what is no line comes at once. */
    long millis() {
        return taken.getFirst() instanceof FollowEvent.Line(var line) ? line.millis() : Long.MIN_VALUE;
    }

    /** The next thing; null for the end of the run, which is not the end of the stream. */
    @Nullable
    LogEvent next() {
        FollowEvent event = taken.removeFirst();
        if (event instanceof FollowEvent.Line(var line)) {
            lastTold = line.number();
        }
        return event instanceof FollowEvent.Done ? null : FollowedLines.tagged(run, event);
    }

    @Override
    public void close() {
        follow.close();
    }
}
