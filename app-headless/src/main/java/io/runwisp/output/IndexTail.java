package io.runwisp.output;

import io.runwisp.output.LogDisk.LogFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The end of an index file: records that wait until the lines they stand for are in the text. */
final class IndexTail {

    private final LogFile file;
    private ByteBuffer waiting = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    IndexTail(LogFile file) {
        this.file = file;
    }

    void add(long value) {
        room(Long.BYTES).putLong(value);
    }

    void add(int line, long millis) {
        room(Integer.BYTES + Long.BYTES).putInt(line).putLong(millis);
    }

    void flush() throws IOException {
        if (waiting.position() > 0) {
            file.append(waiting.array(), 0, waiting.position());
            waiting.clear();
        }
    }

    /** Forgets what waits: the lines did not reach the text. */
    void drop() {
        waiting.clear();
    }

    void close() throws IOException {
        file.close();
    }

    private ByteBuffer room(int bytes) {
        if (waiting.remaining() < bytes) {
            waiting = ByteBuffer.allocate(2 * waiting.capacity()).order(ByteOrder.LITTLE_ENDIAN).put(waiting.flip());
        }
        return waiting;
    }
}
