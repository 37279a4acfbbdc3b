package io.runwisp.api.sse;

import io.runwisp.client.EventFrame;
import io.runwisp.time.Turns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes frames. They are collected, and go out in pieces of bounded size. */
final class FrameWriter {

    /** So much is written at a time, or a little more when a frame is large. */
    static final int PIECE = 16 * 1024;

    private static final byte[] PING_COMMENT = ": ping\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PING_EVENT = "event: ping\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream target;
    private final StreamSeat seat;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable String lastId;

    FrameWriter(OutputStream target, StreamSeat seat) {
        this.target = target;
        this.seat = seat;
    }

    void frame(EventFrame frame) throws IOException {
        if (frame.id() != null) {
            lastId = frame.id();
            line("id: ", frame.id());
        }
        line("event: ", frame.name());
        line("data: ", frame.data());
        waiting.write('\n');
        if (waiting.size() >= PIECE) {
            push();
            // A stream that always has more to write would keep every request waiting.
            Turns.pass();
        }
    }

    /** What to go on behind, without an event: clients remember it, and hand nothing on. */
    void place(@Nullable String id) {
        if (id != null && !id.equals(lastId)) {
            lastId = id;
            line("id: ", id);
            waiting.write('\n');
        }
    }

    /** A sign of life. */
    void ping(StreamManner manner) {
        waiting.writeBytes(manner == StreamManner.LINES ? PING_COMMENT : PING_EVENT);
    }

    /** Sends what was collected. */
    void flush() throws IOException {
        push();
        seat.writing(target::flush);
    }

    private void push() throws IOException {
        byte[] piece = waiting.toByteArray();
        waiting.reset();
        seat.writing(() -> target.write(piece));
    }

    /** Neither a name nor an id nor compact JSON has line ends. */
    private void line(String field, String value) {
        waiting.writeBytes(field.getBytes(StandardCharsets.UTF_8));
        waiting.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        waiting.write('\n');
    }
}
