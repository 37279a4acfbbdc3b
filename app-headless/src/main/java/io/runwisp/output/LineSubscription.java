package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one follower of a log has not read yet: at most 4096 lines and 256 KiB; the oldest are dropped and counted when it is too slow. Thread-safe; the writer
 * never waits for more than a drain that copies the buffer.
 */
public final class LineSubscription implements AutoCloseable {

    /** The most lines that wait. */
    public static final int MOST_LINES = 4096;
    /** The most bytes that wait. */
    public static final int MOST_BYTES = 256 * 1024;

    private final Runnable wake;
    private final Consumer<LineSubscription> leave;
    private final int mostLines;
    private final int mostBytes;
    private final Deque<LiveLine> lines = new ArrayDeque<>();
    private final Map<LogStream, LiveRegion> regions = new EnumMap<>(LogStream.class);
    private int bytes;
    private long dropped;
    private boolean ended;
    private boolean drained = true;

    /** A subscription that has this part of the usual room. */
    LineSubscription(Runnable wake, Consumer<LineSubscription> leave, int share) {
        this.wake = wake;
        this.leave = leave;
        mostLines = MOST_LINES / share;
        mostBytes = MOST_BYTES / share;
    }

    /**
     * What has come since the last drain.
     *
     * @param dropped how many lines were lost before the first of these
     * @param lines the lines, in their order
     * @param regions the newest snapshot of each stream that has a new one; older than none of the lines
     * @param ended whether the log is complete: nothing comes after this
     */
    public record Batch(long dropped, List<LiveLine> lines, List<LiveRegion> regions, boolean ended) {

        public Batch {
            lines = List.copyOf(lines);
            regions = List.copyOf(regions);
        }

        /** Whether there is nothing new. */
        public boolean isEmpty() {
            return dropped == 0 && lines.isEmpty() && regions.isEmpty() && !ended;
        }
    }

    /** Takes everything that waits; does not wait itself. */
    public synchronized Batch drain() {
        Batch batch = new Batch(dropped, new ArrayList<>(lines), new ArrayList<>(regions.values()), ended);
        lines.clear();
        regions.clear();
        bytes = 0;
        dropped = 0;
        drained = true;
        return batch;
    }

    /** Ends the subscription; what waits is dropped. */
    @Override
    public void close() {
        leave.accept(this);
        drain();
    }

    void offer(List<LiveLine> published) {
        news(() -> published.forEach(this::add));
    }

    void offer(LiveRegion region) {
        news(() -> regions.put(region.stream(), region));
    }

    void end() {
        news(() -> ended = true);
    }

    private void add(LiveLine line) {
        lines.addLast(line);
        bytes += line.bytes();
        while (lines.size() > mostLines || bytes > mostBytes && lines.size() > 1) {
            bytes -= lines.removeFirst().bytes();
            dropped++;
        }
    }

    private void news(Runnable change) {
        boolean wasDrained;
        synchronized (this) {
            change.run();
            wasDrained = drained;
            drained = false;
        }
        if (wasDrained) {
            wake.run();
        }
    }
}
