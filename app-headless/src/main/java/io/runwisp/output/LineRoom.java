package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Memory for lines on their way into a file. */
final class LineRoom {

    private static final int LARGE = 256 * 1024;

    byte[] bytes;
    int[] ends;
    LogStream[] streams;
    boolean[] continuing;
    long[] millis;

    LineRoom(int bytes, int lines) {
        this.bytes = new byte[bytes];
        ends = new int[lines];
        streams = new LogStream[lines];
        continuing = new boolean[lines];
        millis = new long[lines];
    }

    /** Makes room up to this byte, and for one more line. */
    void grow(int end, int lines) {
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        if (lines == ends.length) {
            ends = Arrays.copyOf(ends, 2 * lines);
            streams = Arrays.copyOf(streams, 2 * lines);
            continuing = Arrays.copyOf(continuing, 2 * lines);
            millis = Arrays.copyOf(millis, 2 * lines);
        }
    }

    /** Hands the room from one log to the next: where one thread feeds many logs, one room serves them all. Any thread; nobody waits. */
    static final class Pool {

        private final AtomicReference<LineRoom> idle = new AtomicReference<>();

        LineRoom borrow() {
            LineRoom room = idle.getAndSet(null);
            return room == null ? new LineRoom(16 * 1024, 256) : room;
        }

        void giveBack(LineRoom room) {
            if (room.bytes.length > 0 && room.bytes.length <= LARGE) {
                idle.set(room);
            }
        }
    }
}
