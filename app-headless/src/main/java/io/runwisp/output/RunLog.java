package io.runwisp.output;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Listener;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogStream;
import io.runwisp.time.WallClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/** The log of one run while it is written: two streams and the daemon's own lines into one file, within the limits. One thread at a time. */
final class RunLog implements OutputSink.Log {

    /** What becomes of output. */
    private enum Capture {
        /** It is written. */
        ON,
        /** It is dropped: the cap or the end of the disk is reached. */
        CUT,
        /** It is dropped: the file cannot be written. */
        FAILED
    }

    private final Order order;
    private final Limits limits;
    private final Listener listener;
    private final Place place;
    private final Markers markers;
    private final LineBus.Channel channel;
    private final SegmentChain chain;
    private final SpaceGuard guard;
    private final Regions regions;
    private final FailurePatterns patterns;
    private final Streams streams;
    private final Set<Source> open = EnumSet.allOf(Source.class);
    private Capture capture = Capture.ON;
    private long millis;
    private long produced;
    private String failure = "";
    private boolean durable = true;
    private boolean closed;

    /** Where a log lies, and the clock it goes by. */
    record Place(LogDisk disk, LogFiles files, LineRoom.Pool pool, WallClock clock) {
    }

    RunLog(Order order, Listener listener, Place place, Segment first, Markers markers, LineBus.Channel channel) {
        this.order = order;
        this.limits = order.limits();
        this.listener = listener;
        this.place = place;
        this.markers = markers;
        this.channel = channel;
        this.chain = new SegmentChain(place.disk(), place.files(), place.pool(), first, limits.maxBytes());
        this.guard = new SpaceGuard(place.disk(), place.files().log(), limits.minFreeBytes());
        this.regions = new Regions(channel);
        this.patterns = new FailurePatterns(order.failurePatterns());
        this.streams = new Streams(order.secrets(), this::line);
    }

    @Override
    public String fileName() {
        return String.valueOf(place.files().log().getFileName());
    }

    @Override
    public void take(Source source, ByteBuffer chunk) {
        int length = chunk.remaining();
        produced += closed ? 0 : length;
        if (closed || capture != Capture.ON && !patterns.isLooking() || !open.contains(source)) {
            chunk.position(chunk.limit());
            return;
        }
        tick();
        LogStream stream = streamOf(source);
        streams.take(stream, chunk);
        flush();
        regions.show(stream, streams.text(stream));
    }

    @Override
    public void end(Source source) {
        if (open.remove(source) && !closed) {
            tick();
            LogStream stream = streamOf(source);
            streams.text(stream).end();
            flush();
            regions.show(stream, streams.text(stream));
        }
    }

    @Override
    public void say(String text) {
        if (!closed) {
            tick();
            streams.say(text);
            flush();
        }
    }

    @Override
    public Totals finish() {
        if (!closed) {
            end(Source.STDOUT);
            end(Source.STDERR);
            close();
        }
        return new Totals(produced, chain.lines(), isCut(), durable, patterns.found());
    }

    private void close() {
        tick();
        try {
            chain.tryAgain();
        } catch (IOException e) {
            durable = false;
        }
        if (!failure.isEmpty()) {
            streams.say(markers.failed(failure));
        }
        if (isCut()) {
            streams.say(markers.ended(produced, limits.maxBytes()));
        }
        flush();
        try {
            chain.end(millis);
        } catch (IOException e) {
            durable = false;
            if (capture != Capture.FAILED) {
                listener.writeFailed(order.run(), Markers.reason(e));
            }
        }
        closed = true;
        try {
            chain.close();
        } catch (IOException e) {
            durable = false;
        }
        channel.close();
    }

    private boolean isCut() {
        return capture != Capture.ON || chain.hasRotated();
    }

    private void line(LogStream stream, byte[] text, int from, int to, boolean continued) {
        boolean ours = stream == LogStream.SYSTEM;
        boolean kept = ours || hasRoom(stream.prefixLength() + to - from + 1);
        if (kept) {
            chain.add(stream, text, from, to, continued, millis);
        }
        if (!ours && patterns.isLooking()) {
            patterns.look(text, from, to, kept ? OptionalLong.of(chain.lines() - 1) : OptionalLong.empty());
        }
        if (chain.batch().isFull()) {
            flush();
        }
    }

    private boolean hasRoom(int size) {
        return capture == Capture.ON && (!chain.overflows(size) || makeRoom(size));
    }

    /** At the cap. Returns whether the line may be written all the same. */
    private boolean makeRoom(int size) {
        switch (limits.onFull()) {
            case DROP_OLD -> rotate(size);
            case DROP_NEW -> cut(markers.full(limits.maxBytes()));
            case KILL_TASK -> {
                cut(markers.killed(limits.maxBytes()));
                listener.overflowed(order.run());
            }
        }
        return capture == Capture.ON;
    }

    private void rotate(int size) {
        flush();
        if (capture != Capture.ON) {
            return;
        }
        try {
            switch (chain.rotate(size, millis)) {
                case SegmentChain.Rotated() -> {
                    streams.say(markers.rotated(limits.maxBytes()));
                    chain.keepHead();
                    guard.demand();
                    flush();
                }
                case SegmentChain.Stuck(IOException reason) ->
                    cut(markers.notRotated(limits.maxBytes(), Markers.reason(reason)));
                case SegmentChain.GoesOn() -> {
                    // The line goes where the last one went.
                }
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void flush() {
        LineBatch batch = chain.batch();
        if (batch.count() == 0) {
            return;
        }
        try {
            chain.flush();
        } catch (IOException e) {
            publish(batch);
            fail(e);
            return;
        }
        guard.wrote(batch.length());
        publish(batch);
        if (capture == Capture.ON) {
            guard.shortage().ifPresent(this::shortOfSpace);
        }
    }

    private void publish(LineBatch batch) {
        if (channel.isFollowed()) {
            channel.publish(batch.lines(chain.firstWaiting()));
        }
        chain.next();
    }

    private void shortOfSpace(long free) {
        boolean endRun = limits.onFull() == LogFullPolicy.KILL_TASK;
        cut(markers.noSpace(free, limits.minFreeBytes(), endRun));
        flush();
        listener.diskPressure(order.run(), free, limits.minFreeBytes(), endRun);
    }

    private void cut(String marker) {
        capture = Capture.CUT;
        streams.say(marker);
    }

    /** The first failure is told and marked; the mark is tried again at the end, when there may be room for it. */
    private void fail(IOException e) {
        chain.batch().clear();
        if (capture == Capture.FAILED) {
            return;
        }
        capture = Capture.FAILED;
        failure = Markers.reason(e);
        streams.say(markers.failed(failure));
        try {
            chain.flush();
            failure = "";
            publish(chain.batch());
        } catch (IOException again) {
            e.addSuppressed(again);
            chain.batch().clear();
        }
        listener.writeFailed(order.run(), Markers.reason(e));
    }

    /** Times in the index never decrease, whatever the clock does. */
    private void tick() {
        millis = Math.max(millis, place.clock().now().toEpochMilli());
    }

    private static LogStream streamOf(Source source) {
        return switch (source) {
            case STDOUT -> LogStream.STDOUT;
            case STDERR -> LogStream.STDERR;
        };
    }
}
