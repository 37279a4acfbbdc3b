package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import java.nio.ByteBuffer;

/** Lets a sink that was made for one thread be looked at by another one. */
record LockedSink(OutputSink sink) implements OutputSink {

    @Override
    public Opening open(Order order, Listener listener) {
        synchronized (sink) {
            Opening opening = sink.open(order, listener);
            return opening instanceof Opened(Log log) ? new Opened(new LockedLog(log)) : opening;
        }
    }

    private final class LockedLog implements Log {

        private final Log log;

        LockedLog(Log log) {
            this.log = log;
        }

        @Override
        public String fileName() {
            return log.fileName();
        }

        @Override
        public void take(Source source, ByteBuffer chunk) {
            synchronized (sink) {
                log.take(source, chunk);
            }
        }

        @Override
        public void end(Source source) {
            synchronized (sink) {
                log.end(source);
            }
        }

        @Override
        public void say(String text) {
            synchronized (sink) {
                log.say(text);
            }
        }

        @Override
        public Totals finish() {
            synchronized (sink) {
                return log.finish();
            }
        }
    }
}
