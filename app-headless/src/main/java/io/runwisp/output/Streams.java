package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import io.runwisp.output.terminal.Redactor;
import io.runwisp.output.terminal.StreamText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The streams of a log, each from bytes to lines: those of the process, and the daemon's own. */
final class Streams {

    private static final int MOST_COPIED = 8 * 1024;

    private final Map<LogStream, StreamText> texts = new EnumMap<>(LogStream.class);
    private byte[] copied = new byte[0];

    Streams(List<String> secrets, Lines lines) {
        Redactor redactor = Redactor.of(secrets);
        for (LogStream stream : LogStream.values()) {
            texts.put(stream, new StreamText(redactor,
                    (text, from, to, continued) -> lines.line(stream, text, from, to, continued)));
        }
    }

    /** Takes finished lines. */
    interface Lines {
        void line(LogStream stream, byte[] text, int from, int to, boolean continued);
    }

    /** Takes all of a chunk; what lies outside of the heap goes through a small copy, which is all that an idle log keeps of it. */
    void take(LogStream stream, ByteBuffer chunk) {
        StreamText text = text(stream);
        if (chunk.hasArray()) {
            int from = chunk.arrayOffset() + chunk.position();
            int to = from + chunk.remaining();
            chunk.position(chunk.limit());
            text.take(chunk.array(), from, to);
            return;
        }
        if (copied.length < Math.min(chunk.remaining(), MOST_COPIED)) {
            copied = new byte[Math.min(chunk.remaining(), MOST_COPIED)];
        }
        while (chunk.hasRemaining()) {
            int length = Math.min(chunk.remaining(), copied.length);
            chunk.get(copied, 0, length);
            text.take(copied, 0, length);
        }
    }

    /** A line of the daemon. */
    void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        text(LogStream.SYSTEM).take(bytes, 0, bytes.length);
    }

    StreamText text(LogStream stream) {
        return Objects.requireNonNull(texts.get(stream));
    }
}
