package io.runwisp.engine;

import com.google.re2j.Pattern;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Logs in memory: plain lines only, no terminal. */
public final class FakeOutputSink implements OutputSink {

    private static final long PROBE_BYTES = 10L << 20;

    private final Map<RunId, FakeLog> logs = new LinkedHashMap<>();
    private long freeBytes = Long.MAX_VALUE;

    /** Sets what the disk has left. */
    public void freeBytes(long bytes) {
        freeBytes = bytes;
    }

    /** What the log of a run says now. */
    public List<String> lines(RunId run) {
        return List.copyOf(Objects.requireNonNull(logs.get(run), "no log of " + run).lines);
    }

    @Override
    public Opening open(Order order, Listener listener) {
        if (freeBytes < order.limits().minFreeBytes()) {
            return new NoSpace(freeBytes, order.limits().minFreeBytes());
        }
        FakeLog log = new FakeLog(order, listener, order.run() + ".log");
        logs.put(order.run(), log);
        return new Opened(log);
    }

    private final class FakeLog implements Log {

        private final Order order;
        private final Listener listener;
        private final String fileName;
        private final List<String> lines = new ArrayList<>();
        private final Map<Source, StringBuilder> unfinished = new EnumMap<>(Source.class);
        private final List<String> secrets;
        private long produced;
        private long bytes;
        private long unprobed;
        private long dropped;
        private boolean rotated;
        private boolean full;
        private boolean finished;
        private Optional<Match> match = Optional.empty();

        FakeLog(Order order, Listener listener, String fileName) {
            this.order = order;
            this.listener = listener;
            this.fileName = fileName;
            secrets = order.secrets().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
            for (Source source : Source.values()) {
                unfinished.put(source, new StringBuilder());
            }
        }

        @Override
        public String fileName() {
            return fileName;
        }

        @Override
        public void take(Source source, ByteBuffer chunk) {
            produced += finished ? 0 : chunk.remaining();
            StringBuilder text = Objects.requireNonNull(unfinished.get(source));
            text.append(StandardCharsets.ISO_8859_1.decode(chunk));
            for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
                line(source, text.substring(0, end));
                text.delete(0, end + 1);
            }
        }

        @Override
        public void end(Source source) {
            StringBuilder text = Objects.requireNonNull(unfinished.get(source));
            if (!text.isEmpty()) {
                line(source, text.toString());
                text.setLength(0);
            }
        }

        @Override
        public void say(String text) {
            if (!finished) {
                keep("[SYSTEM] " + text);
            }
        }

        @Override
        public Totals finish() {
            if (!finished) {
                end(Source.STDOUT);
                end(Source.STDERR);
                if (full || rotated) {
                    say("output is incomplete: " + produced + " bytes were produced, the log has a limit of "
                            + order.limits().maxBytes() + " bytes");
                }
            }
            finished = true;
            return new Totals(produced, dropped + lines.size(), full || rotated, true, match);
        }

        private void line(Source source, String latin) {
            String text = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            for (String secret : secrets) {
                text = text.replace(secret, "[redacted]");
            }
            String line = (source == Source.STDERR ? "[ERR] " : "") + text;
            boolean kept = !full && !finished && hasRoom(line);
            if (kept) {
                keep(line);
            }
            if (!finished) {
                look(text.replaceAll("\u001b\\[[0-9;]*m", ""), kept);
            }
            if (kept) {
                probe(line.length() + 1);
            }
        }

        private void look(String text, boolean kept) {
            for (String pattern : order.failurePatterns()) {
                if (match.isEmpty() && Pattern.compile(pattern).matcher(text).find()) {
                    match = Optional.of(new Match(pattern,
                            kept ? OptionalLong.of(dropped + lines.size() - 1) : OptionalLong.empty(), text));
                }
            }
        }

        private boolean hasRoom(String line) {
            Limits limits = order.limits();
            if (limits.maxBytes() == 0 || bytes + line.length() + 1 <= limits.maxBytes()) {
                return true;
            }
            if (limits.onFull() == LogFullPolicy.DROP_OLD) {
                dropped += lines.size();
                lines.clear();
                bytes = 0;
                rotated = true;
                keep("[SYSTEM] output rotated at the limit of " + limits.maxBytes() + " bytes");
                return true;
            }
            full = true;
            keep("[SYSTEM] the log has reached its limit of " + limits.maxBytes() + " bytes");
            if (limits.onFull() == LogFullPolicy.KILL_TASK) {
                listener.overflowed(order.run());
            }
            return false;
        }

        private void probe(int written) {
            unprobed += written;
            long minimum = order.limits().minFreeBytes();
            if (unprobed >= PROBE_BYTES && freeBytes < minimum) {
                full = true;
                keep("[SYSTEM] the disk has " + freeBytes + " bytes left");
                listener.diskPressure(order.run(), freeBytes, minimum,
                        order.limits().onFull() == LogFullPolicy.KILL_TASK);
            }
            unprobed %= PROBE_BYTES;
        }

        private void keep(String line) {
            lines.add(line);
            bytes += line.length() + 1;
        }
    }
}
