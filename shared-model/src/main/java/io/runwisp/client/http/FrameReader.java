package io.runwisp.client.http;

import io.runwisp.client.EventFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a stream of events. */
final class FrameReader {

    /** A line of a log has 64 KiB, a run far less; whoever sends more is not a daemon. */
    private static final int LONGEST_LINE = 4 * 1024 * 1024;

    private final Body source;
    private final Duration silence;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private ByteBuffer piece = ByteBuffer.allocate(0);

    /**
     * A reader at the beginning of a stream.
     *
     * @param silence how long nothing may come, not even a sign of life
     */
    FrameReader(Body source, Duration silence) {
        this.source = source;
        this.silence = silence;
    }

    /** The next frame, or null at the end; a frame that is cut off is none. */
    @Nullable
    EventFrame next() throws IOException {
        String id = null;
        String name = "message";
        StringJoiner data = new StringJoiner("\n");
        boolean any = false;
        for (String text = line(); text != null; text = line()) {
            if (text.isEmpty()) {
                if (any) {
                    return new EventFrame(id, name, data.toString());
                }
                continue;
            }
            int colon = text.indexOf(':');
            String value = colon < 0 ? "" : text.substring(colon + (text.startsWith(" ", colon + 1) ? 2 : 1));
            switch (colon < 0 ? text : text.substring(0, colon)) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> {
                    data.add(value);
                    any = true;
                }
                default -> {
                    // A comment, or what a newer daemon may send.
                }
            }
        }
        return null;
    }

    private @Nullable String line() throws IOException {
        line.reset();
        while (true) {
            while (piece.hasRemaining()) {
                byte next = piece.get();
                if (next == '\n') {
                    String text = line.toString(StandardCharsets.UTF_8);
                    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
                }
                line.write(next);
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line of the stream is longer than " + LONGEST_LINE + " bytes");
            }
            ByteBuffer more = source.next(silence);
            if (more == null) {
                return null;
            }
            piece = more;
        }
    }
}
