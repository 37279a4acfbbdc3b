package io.runwisp.engine;

import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import java.nio.ByteBuffer;

/** A sink that fails on request: its disk is full, slow, or does not keep what it was given. Wraps any other. */
public final class FaultyOutputSink implements OutputSink {

    private final OutputSink sink;
    private String refusal = "";
    private long room = Long.MAX_VALUE;
    private boolean syncFails;
    private boolean renameFails;
    private Runnable delay = () -> {
    };

    /** Works like this one until it is told otherwise. */
    public FaultyOutputSink(OutputSink sink) {
        this.sink = sink;
    }

    /** No log can be opened. */
    public void refuse(String reason) {
        refusal = reason;
    }

    /** The disk is full once so many bytes have been written from now on. */
    public void fullAfter(long bytes) {
        room = bytes;
    }

    /** What was written does not reach the disk when a log is closed. */
    public void failSync() {
        syncFails = true;
    }

    /** No log that is opened from now on can be rotated: it goes on up to twice its cap, and then is cut. */
    public void failRename() {
        renameFails = true;
    }

    /** The disk is slow: this runs before each write, and may block or move a clock. */
    public void slow(Runnable beforeEachWrite) {
        delay = beforeEachWrite;
    }

    @Override
    public Opening open(Order order, Listener listener) {
        if (!refusal.isEmpty()) {
            return new Refused(refusal);
        }
        boolean stuck = renameFails && order.limits().onFull() == LogFullPolicy.DROP_OLD;
        Opening opening = sink.open(stuck ? uncapped(order) : order, listener);
        return opening instanceof Opened(Log log)
                ? new Opened(new FaultyLog(order.run(), log, listener, stuck ? 2 * order.limits().maxBytes() : 0))
                : opening;
    }

    private static Order uncapped(Order order) {
        Limits limits = new Limits(0, order.limits().onFull(), order.limits().minFreeBytes());
        return new Order(order.run(), order.unit(), order.createdAt(), limits, order.secrets(),
                order.failurePatterns());
    }

    private final class FaultyLog implements Log {

        private final RunId run;
        private final Log log;
        private final Listener listener;
        private final long end;
        private long taken;
        private long lost;
        private boolean failed;

        /** Where nothing can be rotated, there is an end; 0 for none. */
        FaultyLog(RunId run, Log log, Listener listener, long end) {
            this.end = end;
            this.run = run;
            this.log = log;
            this.listener = listener;
        }

        @Override
        public String fileName() {
            return log.fileName();
        }

        @Override
        public void take(Source source, ByteBuffer chunk) {
            delay.run();
            int length = chunk.remaining();
            if (!failed && length > room) {
                fail("No space left on device");
            }
            taken += length;
            boolean stuck = end > 0 && taken > end;
            if (stuck && lost == 0 && !failed) {
                log.say("the log has reached its limit and could not be rotated; further output is dropped");
            }
            if (failed || stuck) {
                lost += length;
                chunk.position(chunk.limit());
                return;
            }
            room -= length;
            log.take(source, chunk);
        }

        @Override
        public void end(Source source) {
            log.end(source);
        }

        @Override
        public void say(String text) {
            log.say(text);
        }

        @Override
        public Totals finish() {
            Totals totals = log.finish();
            if (syncFails && !failed) {
                fail("Input/output error");
            }
            return new Totals(totals.producedBytes() + lost, totals.lines(), totals.cut() || lost > 0,
                    totals.durable() && !failed, totals.match());
        }

        private void fail(String reason) {
            failed = true;
            log.say("the log could not be written (" + reason + "); output is missing here");
            listener.writeFailed(run, reason);
        }
    }
}
