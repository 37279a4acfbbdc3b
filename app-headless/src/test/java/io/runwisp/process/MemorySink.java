package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.model.RunId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps what runs print in memory, and notes which threads brought it. */
final class MemorySink implements OutputSink {

    private final Map<RunId, MemoryLog> logs = new ConcurrentHashMap<>();
    private volatile Function<Order, Opening> opening = order -> new Opened(
            logs.computeIfAbsent(order.run(), _ -> new MemoryLog()));

    @Override
    public Opening open(Order order, Listener listener) {
        return opening.apply(order);
    }

    void answer(Opening next) {
        opening = _ -> next;
    }

    MemoryLog log(RunId run) {
        return logs.computeIfAbsent(run, _ -> new MemoryLog());
    }

    /** One log. */
    static final class MemoryLog implements Log {

        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private final List<String> said = new ArrayList<>();
        private long produced;
        private boolean finished;

        @Override
        public String fileName() {
            return "memory.log";
        }

        @Override
        public synchronized void take(Source source, ByteBuffer chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            produced += bytes.length;
            StringBuilder text = source == Source.STDOUT ? out : err;
            if (text.length() < 1_000_000) {
                text.append(new String(bytes, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void end(Source source) {
            // Nothing is kept back.
        }

        @Override
        public synchronized void say(String text) {
            said.add(text);
        }

        @Override
        public synchronized Totals finish() {
            finished = true;
            return new Totals(produced, 0, false, true);
        }

        synchronized String out() {
            return out.toString();
        }

        synchronized String err() {
            return err.toString();
        }

        synchronized List<String> said() {
            return List.copyOf(said);
        }

        synchronized long produced() {
            return produced;
        }

        synchronized boolean isFinished() {
            return finished;
        }
    }
}
